import { Brief } from './briefs.js';
import { DAY_MS } from './duty.js';
import type { Send } from './duty-words.js';
import type { Person } from './people.js';
import { unitIdOf } from './people.js';

interface Writers {
  /** Writes, and belongs to the unit of the instructions. */
  readonly writer: Person;
  readonly leader: Person;
}

/** Words in every field of reports, and of what leaders ask for in their margins. */
export async function writeBriefs(
  { writer, leader }: Writers,
  said: string,
  send: Send,
): Promise<void> {
  const brief = await Brief.draft(writer, { type: 'quarterly', period: '2025Q1' });
  const give = async (by: Person, command: string, body: object): Promise<unknown> => {
    const { version } = await brief.look(by);
    const door = `POST /reports/{id}/commands/${command}`;
    return send(by, door, brief.id, { expectedVersion: version, ...body });
  };
  const { version } = brief.page;
  await send(writer, 'PATCH /reports/{id}/sections/advice', brief.id, {
    ...{ text: said, expectedVersion: version },
  });
  await send(leader, 'POST /reports/{id}/comments', brief.id, {
    ...{ sectionKey: 'advice', quote: said, text: said },
  });
  await give(writer, 'submit', {});
  await give(leader, 'return', { reason: said });
  await give(writer, 'submit', {});
  await give(leader, 'approve', { numbersChecked: true });
  await give(writer, 'issue', {});
  await give(writer, 'correct', { reason: said });
  await writeInstruction({ writer, leader }, brief.id, said, send);
}

async function writeInstruction(
  { writer, leader }: Writers,
  reportId: string,
  said: string,
  send: Send,
): Promise<void> {
  const unitId = await unitIdOf(writer, 'water');
  const dueAt = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString();
  const given = { text: said, unitId, dueAt: dueAt(1) };
  const { id } = (await send(leader, 'POST /reports/{id}/instructions', reportId, given)) as {
    id: string;
  };
  const give = async (by: Person, command: string, body: object): Promise<unknown> => {
    const { version } = (await by.get(`/instructions/${id}`)) as { version: number };
    const door = `POST /instructions/{id}/commands/${command}`;
    return send(by, door, id, { expectedVersion: version, ...body });
  };
  await give(leader, 'extend', { dueAt: dueAt(2), reason: said });
  await give(writer, 'complete', { result: said });
  await give(leader, 'return', { reason: said });
  await give(leader, 'withdraw', { reason: said });
}
