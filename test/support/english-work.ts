import { aJudgement, Case } from './incidents.js';
import type { Person } from './people.js';
import { hire, unitIdOf } from './people.js';
import { ALL_CHECKS, Text, aChannel } from './texts.js';

/** Incidents in English words, so that any Chinese on an English page is the page's own. */
const about = (title: string) => ({
  title,
  claim: 'The east works will stop for a week',
  place: 'East',
  mentions: [
    {
      source: 'forum',
      url: 'https://forum.example/t/1',
      text: 'They say the water stops',
      seenAt: new Date().toISOString(),
      rank: 3,
      views: 1200,
    },
  ],
});

/** Paths of incidents at the points of their lives where their pages differ. */
export interface Work {
  readonly climbing: string;
  readonly proposed: string;
  readonly disposing: string;
  readonly consulting: string;
  readonly archived: string;
  readonly answered: string;
}

/** Paths of texts on their way to the public, which wait for whoever may do everything. */
export interface Texts {
  readonly reviewed: string;
  readonly approved: string;
}

const pathOf = ({ id }: Case): string => `/incidents/${id}`;

/** Something on every page: an escalation, a judgement that waits, a plan, a sealed record. */
export async function someWork(person: Person, colleague: Person): Promise<Work> {
  const unitId = await unitIdOf(person, 'water');
  const climbing = await reported(person, 'No water for a week');
  const proposed = await reported(person, 'A reservoir is said to break');
  await proposed.give(person, 'judge', {
    ...aJudgement(unitId),
    severity: 'II',
    reason: 'Many people live below it',
  });
  const disposing = await inDisposal(person, unitId, 'Bills are said to double');
  await supervised(disposing, person);
  const archived = await inDisposal(person, unitId, 'The works are said to be sold');
  await close(archived, person, colleague);
  const consulting = await reported(person, 'The bridge is said to be unsafe');
  await consulting.give(person, 'consult', {
    unitIds: [unitId, await unitIdOf(person, 'health')],
    question: 'Was anybody hurt?',
    dueAt: new Date(Date.now() + 2 * 24 * 3_600_000).toISOString(),
  });
  await person.post('/mentions', seenTwice('They say the water stops on Monday'));
  return {
    climbing: pathOf(climbing),
    proposed: pathOf(proposed),
    disposing: pathOf(disposing),
    consulting: pathOf(consulting),
    archived: pathOf(archived),
    answered: await answered(person),
  };
}

/** A mention with a line of two points. */
const seenTwice = (text: string) =>
  [
    { rank: 9, hoursAgo: 2 },
    { rank: 3, hoursAgo: 1 },
  ].map(({ rank, hoursAgo }) => ({
    ...{ source: 'forum', url: 'https://forum.example/t/2', text, rank },
    seenAt: new Date(Date.now() - hoursAgo * 3_600_000).toISOString(),
  }));

/** A clarification with evidence of both kinds, that came back. */
async function answered(person: Person): Promise<string> {
  const { id } = (await person.post('/clarifications', {
    ...{ claim: 'The east works will stop for a week', place: 'East', verdict: 'false' },
    answer: 'They run as ever.',
    evidence: [{ text: 'A test', url: 'https://a.example/1' }, { text: 'A visit' }],
    ...{ issuedBy: 'Water office', publishedAt: '2026-03-02T09:00:00+08:00' },
    links: [{ channel: 'News', url: 'https://news.example/1' }],
  })) as { id: string };
  return `/library/${id}`;
}

async function reported(person: Person, title: string): Promise<Case> {
  const incident = await Case.log(person, about(title));
  await incident.give(person, 'report', { severity: 'II' });
  return incident;
}

async function inDisposal(person: Person, unitId: string, title: string): Promise<Case> {
  const incident = await reported(person, title);
  await incident.give(person, 'judge', aJudgement(unitId));
  await incident.give(person, 'start-disposal', {
    actions: [{ title: 'Ask the works', kind: 'verify', dueAt: '2099-01-01T00:00:00Z' }],
  });
  return incident;
}

/** A plan that is under way, under the eyes of a leader. */
async function supervised(incident: Case, person: Person): Promise<void> {
  await incident.give(person, 'supervise', { reason: 'Many people ask', every: 'PT4H' });
  await incident.give(person, 'progress-report', { text: 'The meters are being read' });
  await incident.give(person, 'add-action', {
    title: 'Read the meters',
    kind: 'fix',
    ownerId: person.id,
    dueAt: '2099-01-02T00:00:00Z',
  });
  await incident.give(person, 'complete-action', {
    actionId: incident.page.actions[0]?.id,
    result: 'The works know of nothing',
    evidence: [{ text: 'Their answer', url: 'https://works.example/answer' }],
  });
}

async function close(incident: Case, person: Person, colleague: Person): Promise<void> {
  const [action] = incident.page.actions;
  await incident.give(person, 'complete-action', { actionId: action?.id, result: 'Not for sale' });
  await incident.give(person, 'set-verdict', {
    verdict: 'false',
    evidence: [{ text: 'Minutes of the council', url: 'https://council.example/minutes' }],
  });
  await incident.give(person, 'complete-disposal', { responseNotNeeded: 'Nobody reads it' });
  await incident.give(colleague, 'archive', { summary: 'Not so', lessons: 'Publish the minutes' });
}

/** One in its second version to review, one that two people have approved. Written and reviewed by people of their own. */
export async function someTexts(url: string, admin: Person): Promise<Texts> {
  const writer = await hire(url, admin, { username: 'writer', roles: ['handler'], unit: 'water' });
  const first = await hire(url, admin, { username: 'first', roles: ['reviewer'], unit: 'water' });
  const second = await hire(url, admin, { username: 'second', roles: ['leader'] });
  const channelIds = [await aChannel(writer)];
  const given = { title: 'The water is clean', body: 'All values are good.', channelIds };
  const reviewed = await Text.write(writer, given);
  await reviewed.give(writer, 'revise', { body: 'All 106 values are good, says the report.' });
  await reviewed.give(writer, 'submit');
  const approved = await Text.write(writer, { ...given, title: 'The bills stay as they are' });
  await approved.give(writer, 'submit');
  await approved.give(first, 'approve', ALL_CHECKS);
  await approved.give(second, 'approve', ALL_CHECKS);
  return { reviewed: `/reviews/${reviewed.id}`, approved: `/reviews/${approved.id}` };
}
