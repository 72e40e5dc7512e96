import type { Person } from './people.js';
import { unitIdOf } from './people.js';

/** Paths of briefs at the points of their lives where their pages differ, and of an instruction. */
export interface Briefs {
  readonly draft: string;
  readonly issued: string;
  readonly correction: string;
  readonly instruction: string;
}

interface Report {
  readonly id: string;
  readonly version: number;
}

/** The office keeps the time of Shanghai, eight hours before Greenwich all year. */
export function quarterOf(now: Date, back = 0): string {
  const local = new Date(now.getTime() + 8 * 3_600_000);
  const quarter = local.getUTCFullYear() * 4 + Math.floor(local.getUTCMonth() / 3) - back;
  return `${Math.floor(quarter / 4)}Q${(quarter % 4) + 1}`;
}

async function drafted(person: Person, period: string, language: 'zh' | 'en'): Promise<Report> {
  const { id } = (await person.post('/reports', { type: 'quarterly', period, language })) as Report;
  return (await person.get(`/reports/${id}`)) as Report;
}

const give = async (by: Person, { id, version }: Report, command: string, words: object = {}) =>
  (await by.post(`/reports/${id}/commands/${command}`, {
    expectedVersion: version,
    ...words,
  })) as Report;

/** One with everything in its margin, one that was issued, and the edition that puts it right; all in English. */
export async function someBriefs(person: Person, colleague: Person): Promise<Briefs> {
  const draft = await drafted(person, quarterOf(new Date()), 'en');
  const at = `/reports/${draft.id}`;
  await person.must('PATCH', `${at}/sections/situation`, {
    text: 'Some 4,321 people spoke of it.',
    expectedVersion: draft.version,
  });
  await person.post(`${at}/comments`, {
    ...{ sectionKey: 'situation', quote: '4,321', text: 'Where is this from?' },
  });
  const settled = (await person.post(`${at}/comments`, {
    ...{ sectionKey: 'topics', text: 'Name the works' },
  })) as { id: string };
  await colleague.post(`${at}/comments/${settled.id}/resolve`, {});
  const instruction = (await person.post(`${at}/instructions`, {
    ...{ sectionKey: 'situation', text: 'Find out who said so' },
    ...{ unitId: await unitIdOf(person, 'water'), dueAt: '2099-01-01T00:00:00Z' },
  })) as { id: string };
  const issued = await anIssued(person, colleague);
  const correction = await give(person, issued, 'correct', { reason: 'A case was left out' });
  return {
    draft: at,
    issued: `/reports/${issued.id}`,
    correction: `/reports/${correction.id}`,
    instruction: `/instructions/${instruction.id}`,
  };
}

async function anIssued(person: Person, colleague: Person): Promise<Report> {
  const draft = await drafted(person, quarterOf(new Date(), 1), 'en');
  const submitted = await give(person, draft, 'submit');
  return give(person, await give(colleague, submitted, 'approve'), 'issue');
}
