import { madeUpCursor, momentKey, readMoment } from '#platform';

/** The place in a list of actions: when it is due, of which incident, and which of its plan. */
export const actionKey = (dueAt: Date, incidentId: string, id: string): string[] => [
  ...momentKey(dueAt, incidentId),
  id,
];

/** What `actionKey` put into a cursor; null on the first page. A made-up one is a 400. */
export function readActionKey(parts: readonly string[] | null): [Date, string, string] | null {
  if (parts === null) return null;
  const [at = '', incidentId = '', id = ''] = parts;
  const moment = readMoment(at, incidentId);
  if (id === '' || id.length > 64) throw madeUpCursor();
  return [moment.at, moment.id, id];
}
