import { ExecuteCommand, LogIncident } from '#incidents';
import type { NewIncident } from '#incidents';
import type { Actor } from '#workflow';
import type { Office } from '../setting/office.js';
import type { Turn } from './clients.js';

/** What each client does with each incident: the commands of the first quarter of an hour of its life. */
export const COMMANDS: readonly (readonly [
  name: string,
  body: Readonly<Record<string, unknown>>,
])[] = [
  ['report', { severity: 'III' }],
  ['acknowledge', { note: '已收到，正在联系供水公司' }],
  ['note', { text: '供水公司答复：今晨检修，十时恢复' }],
  ['note', { text: '社区已张贴通知' }],
];

export async function logIncidents(
  { app, foundation }: Office,
  actor: Actor,
  amount: number,
): Promise<string[]> {
  const log = app.get(LogIncident, { strict: false });
  const ids: string[] = [];
  for (let done = 0; done < amount; done += 1) {
    const logged = await log.run(rumour(foundation.clock.now()), actor);
    if (!logged.ok) throw new Error(JSON.stringify(logged.reasons));
    ids.push(logged.id);
  }
  return ids;
}

/** Gives the commands through the use case, each with the version that the one before has left. */
export function commandTurn({ app }: Office, actor: Actor): Turn {
  const execute = app.get(ExecuteCommand, { strict: false });
  return async (incidentId) => {
    let expectedVersion = 1;
    for (const [name, body] of COMMANDS) {
      const executed = await execute.run({ incidentId, name, actor, expectedVersion, body });
      if (executed?.ok !== true) throw new Error(`${name}: ${JSON.stringify(executed)}`);
      expectedVersion = executed.version;
    }
    return COMMANDS.length;
  };
}

export const rumour = (seenAt: number): NewIncident => ({
  title: '网传城东水厂停水一周',
  claim: '城东水厂因污染将停水一周',
  kind: 'rumour',
  category: 'water',
  place: '城东',
  occurredAt: null,
  severity: null,
  mentions: [
    { source: '清源论坛', url: null, text: '听说要停水一周', seenAt, rank: null, views: 120 },
  ],
});
