import { createHash, randomBytes } from 'node:crypto';
import type { Owner } from './database.js';
import type { Send } from './duty-words.js';
import { Case } from './incidents.js';
import { hire } from './people.js';
import type { Person } from './people.js';

const FIELDS = [
  ...['receivedAt', 'source', 'timeAndPlace', 'nature', 'scope', 'harm', 'trend', 'measures'],
  'leaders',
];

/** The fields of an upward report, all saying the same. */
export const reportFields = (said: string): Readonly<Record<string, string>> =>
  Object.fromEntries(FIELDS.map((field) => [field, said]));

/** A link to a report, as its e-mail would carry it. Only the hash of the secret is kept. */
export async function linkTo(owner: Owner, reportId: string, expiresAt: Date): Promise<string> {
  const secret = randomBytes(32).toString('base64url');
  const hash = createHash('sha256').update(secret).digest('hex');
  await owner.select(
    'INSERT INTO upward_links (secret_hash, report_id, expires_at) VALUES ($1, $2, $3)',
    [hash, reportId, expiresAt],
  );
  return secret;
}

const inAnHour = (): Date => new Date(Date.now() + 3_600_000);

interface Writing {
  /** Of the program. */
  readonly url: string;
  readonly said: string;
  readonly owner: Owner;
  readonly send: Send;
}

/** Words in every field of upward reports, and in what comes back from above. */
export async function writeReports(
  writer: Person,
  admin: Person,
  { url, said, owner, send }: Writing,
): Promise<void> {
  const above = await hire(url, admin, {
    username: 'above-writes',
    roles: ['officer'],
    unit: 'city-cyberspace',
  });
  const { id: incidentId } = await Case.log(writer);
  const drafts = 'POST /incidents/{id}/upward-reports';
  const first = idOf(await send(writer, drafts, incidentId, { type: 'initial', body: said }));
  const edit = { expectedVersion: 1, title: said };
  await send(writer, 'PATCH /upward-reports/{id}', first, { ...edit, body: said });
  await writer.post(`/upward-reports/${first}/withdraw`);
  const fields = reportFields(said);
  const second = idOf(await send(writer, drafts, incidentId, { type: 'initial', fields }));
  await send(writer, 'PATCH /upward-reports/{id}', second, { ...edit, fields });
  await writer.post(`/upward-reports/${second}/send`);
  await send(above, 'POST /upward-reports/{id}/return', second, { question: said });
  const third = idOf(
    await writer.post(`/incidents/${incidentId}/upward-reports`, { type: 'follow-up' }),
  );
  await writer.post(`/upward-reports/${third}/send`);
  const token = await linkTo(owner, third, inAnHour());
  await send(above, 'POST /received/{token}', token, { question: said });
}

/** Words in every field of important matters. */
export async function writeMatters(
  writer: Person,
  officer: Person,
  said: string,
  send: Send,
): Promise<void> {
  const words = {
    ...{ title: said, kind: 'event', what: said, place: said },
    questions: [{ question: said, answer: said }],
    startsAt: inAnHour().toISOString(),
    endsAt: new Date(Date.now() + 7_200_000).toISOString(),
  };
  const id = idOf(await send(writer, 'POST /matters', null, words));
  await send(writer, 'PATCH /matters/{id}', id, { ...words, expectedVersion: 1 });
  await writer.post(`/matters/${id}/report`);
  await send(officer, 'POST /matters/{id}/return', id, { question: said });
  await send(writer, 'POST /matters/{id}/cancel', id, { reason: said });
}

function idOf(answer: unknown): string {
  if (typeof answer === 'object' && answer !== null && 'id' in answer) return String(answer.id);
  throw new Error(`an answer without an id: ${JSON.stringify(answer)}`);
}
