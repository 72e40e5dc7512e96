import type { Send } from './duty-words.js';
import type { Person } from './people.js';

interface Listed {
  readonly items: readonly {
    readonly id: string;
    readonly unitId: string;
    readonly category: string;
  }[];
}

/** Puts these words into every field of the registers that takes words, when entering and when changing. */
export async function writeRegisters(by: Person, said: string, send: Send): Promise<void> {
  const action = { title: said, kind: 'refer', basis: said, dueIn: 'P1D' };
  const records: Readonly<Record<string, object>> = {
    channels: { name: said, kind: 'board', note: said },
    'sensitive-dates': { title: said, date: '2026-06-07', note: said },
    'risk-points': { title: said, place: said, likelihood: 1, consequence: 1, note: said },
    'plan-templates': { name: said, actions: [action], note: said },
  };
  for (const [register, body] of Object.entries(records)) {
    const { id } = (await send(by, `POST /${register}`, null, body)) as { id: string };
    await send(by, `PATCH /${register}/{id}`, id, body);
  }
  // One unit answers for a category, so the first steps back before another is named.
  const { items } = (await by.get('/responsibilities')) as Listed;
  const [first] = items;
  if (first === undefined) throw new Error('nobody answers for anything');
  await send(by, 'PATCH /responsibilities/{id}', first.id, { note: said, active: false });
  const { category, unitId } = first;
  await send(by, 'POST /responsibilities', null, { category, unitId, note: said });
}
