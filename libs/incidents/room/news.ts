import { addToOutbox, defineJob, jobOf } from '#platform';
import type { Tx } from '#platform';
import type { Accepted, Facts, WorkflowEvent } from '#workflow';
import { z } from 'zod';
import { joinByActing } from './watching.repository.js';
import { whoSees } from './who-sees.js';

/** What those who watch an incident are told of. */
export const NEWS = ['incident.moved', 'incident.commented', 'incident.verdict'] as const;
export type News = (typeof NEWS)[number];

/** Told after the command, so that many watchers do not make it slower. */
export const incidentNews = defineJob(
  'incident.news',
  z.object({
    topic: z.enum(NEWS),
    incidentId: z.uuid(),
    version: z.number().int(),
    /** Who did it, and who was told of it by name. */
    except: z.array(z.uuid()),
  }),
);

/** Null: worth an entry, not worth a word to everybody. */
function newsIn({ type, from, to }: WorkflowEvent): News | null {
  if (type === 'noted') return 'incident.commented';
  if (type === 'verdict-set') return 'incident.verdict';
  return from !== null && from !== to ? 'incident.moved' : null;
}

/** Whoever acts joins the room; those who were there are told what is worth it. */
export async function tellTheRoom(
  tx: Tx,
  { subject, events }: Accepted,
  now: number,
): Promise<void> {
  const [event] = events;
  if (event === undefined) return;
  const mentioned = idsOf(event.params, 'mentionIds');
  const actorId = event.actor.id;
  const isHeard = await joinByActing(tx, subject.id, actorId, mentioned);
  const topic = newsIn(event);
  if (topic === null || !isHeard) return;
  const except = actorId === null ? mentioned : [actorId, ...mentioned];
  const news = { topic, incidentId: subject.id, version: subject.version, except };
  await addToOutbox(tx, [jobOf(incidentNews, news)], now);
}

/** Where colleagues are mentioned who may not know of the incident: a mention must not open what a role has closed. */
export async function mentionedBlind(tx: Tx, incidentId: string, params: Facts): Promise<string[]> {
  const mentioned = idsOf(params, 'mentionIds');
  const seeing = await whoSees(tx, incidentId, mentioned);
  return mentioned.flatMap((id, index) => (seeing.has(id) ? [] : [`mentionIds.${String(index)}`]));
}

function idsOf(params: Facts, name: string): string[] {
  const value = params[name];
  return Array.isArray(value) ? value.filter((id): id is string => typeof id === 'string') : [];
}
