import type { Told } from './told.js';

/** The page of the application that a message leads to. */
export function linkOf({ subjectType, subjectId }: Told, address: string): string {
  return new URL(pageOf(subjectType, subjectId), address).href;
}

function pageOf(subjectType: string, subjectId: string): string {
  switch (subjectType) {
    case 'incident':
      return `/incidents/${subjectId}`;
    case 'shift':
      return `/shifts/${subjectId}`;
    case 'handover':
      return `/handovers/${subjectId}`;
    case 'swap':
      return '/swaps';
    case 'upward-report':
      return `/upward/${subjectId}`;
    case 'release':
      return `/reviews/${subjectId}`;
    case 'matter':
      return `/matters/${subjectId}`;
    case 'report':
      return `/reports/${subjectId}`;
    case 'instruction':
      return `/instructions/${subjectId}`;
    case 'topic':
      return `/inbox?topic=${subjectId}`;
    case 'engine':
      return '/engine';
    default:
      // What has no page of its own: everything that waits for somebody is on the desk.
      return '/';
  }
}

/** Where a message lets somebody acknowledge. */
export const ackLinkOf = (secret: string, address: string): string =>
  new URL(`/ack/${secret}`, address).href;
