import type { WaitingKind } from './overview.dto.js';

/** What a subject that waits is on this screen, and where it is done; null for what is not shown there. */
export function placeOf(
  type: string,
  id: string,
): { readonly is: WaitingKind; readonly path: string } | null {
  switch (type) {
    case 'incident':
      return { is: 'judgement', path: `/incidents/${id}` };
    case 'release':
      return { is: 'release', path: `/reviews/${id}` };
    case 'upward-report':
      return { is: 'upward', path: `/upward/${id}` };
    case 'matter':
      return { is: 'matter', path: `/matters/${id}` };
    case 'report':
      return { is: 'report', path: `/reports/${id}` };
    case 'instruction':
      return { is: 'instruction', path: `/instructions/${id}` };
    default:
      return null;
  }
}
