import type { Notification } from '../../api/types';

/** The page that a notification is about; null when it is about nothing that has one. */
export function placeOf({
  subjectType,
  subjectId,
}: Pick<Notification, 'subjectType' | 'subjectId'>): string | null {
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
    case 'report':
      return `/reports/${subjectId}`;
    case 'matter':
      return `/matters/${subjectId}`;
    case 'instruction':
      return `/instructions/${subjectId}`;
    case 'schedule':
      return '/shifts/mine';
    case 'topic':
      return `/inbox?topic=${subjectId}`;
    case 'engine':
      return '/engine';
    default:
      return null;
  }
}
