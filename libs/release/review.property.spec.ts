import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readConfiguration } from '#product';
import { allowedCommands, create, decide } from '#workflow';
import type { Actor, CompiledDefinition, Facts, Subject } from '#workflow';
import { CHECKS } from './core/index.js';

const definition = shippedReview();

const person = (id: string, roles: readonly string[], unitId: string | null): Actor => ({
  ...{ kind: 'user', id, roles, unitId },
});

/** Everybody who could have a hand in a text, some of them in several roles. */
const PEOPLE: readonly Actor[] = [
  person('drafter', ['handler'], 'water'),
  person('unit-reviewer', ['reviewer'], 'water'),
  person('unit-both', ['reviewer', 'leader'], 'water'),
  person('editor', ['reviewer'], 'publicity'),
  person('leader', ['leader'], null),
  person('all', ['handler', 'reviewer', 'leader', 'officer', 'analyst'], 'water'),
  { kind: 'system', id: null, roles: ['system'], unitId: null },
];

const COMMANDS = [...definition.commands.keys()];

/** One attempt: somebody gives some command, as the program would pass it on. */
const attempt = fc.record({
  who: fc.nat(PEOPLE.length - 1),
  // What carries a text towards its publication is tried more often than what ends it.
  name: fc.oneof(
    { weight: 20, arbitrary: fc.constantFrom('submit', 'approve', 'approve', 'publish') },
    { weight: 2, arbitrary: fc.constantFrom('revise', 'reject', 'correct') },
    { weight: 1, arbitrary: fc.constantFrom(...COMMANDS) },
  ),
  seat: fc.constantFrom('unit', 'publicity'),
  severity: fc.constantFrom('I', 'II', 'III', 'IV', 'unrated'),
  ticked: fc.nat(9).map((die) => die > 0),
  seen: fc.nat(9),
  wild: fc.nat(4).map((die) => die === 0),
});
type Attempt = typeof attempt extends fc.Arbitrary<infer T> ? T : never;

interface Life {
  subject: Subject;
  /** Who wrote which version. */
  readonly authors: Map<number, string>;
  /** Who approved which version, since it was last submitted. */
  approvals: { readonly version: number; readonly by: string }[];
  published: number;
}

function born(): Life {
  const params: Facts = {
    ...{
      title: '说明',
      body: '合格。',
      severity: 'IV',
      unitId: 'water',
      publicityUnitId: 'publicity',
    },
    ...{ drafters: ['drafter'], newAuthors: [{ id: 'drafter' }], channelIds: ['channel'] },
    ...{ textVersion: 1, sha256: 'hash 1', allEvidence: true },
  };
  const [drafter] = PEOPLE;
  if (drafter === undefined) throw new Error('nobody drafts');
  const command = { name: 'create', actor: drafter, params, expectedVersion: null };
  const decision = create(definition, 'release-1', command, 0);
  if (!decision.ok) throw new Error(JSON.stringify(decision.reasons));
  const authors = new Map([[1, 'drafter']]);
  return { subject: decision.subject, authors, approvals: [], published: 0 };
}

/** The parameters that the program computes, and a person's that mostly fit. */
function paramsOf(
  life: Life,
  { name, seat, severity, ticked, seen }: Attempt,
  actor: Actor,
): Facts {
  const next = life.authors.size + 1;
  const isKnown = [...life.authors.values()].includes(actor.id ?? '');
  const text: Facts = {
    ...{
      title: '说明',
      body: `第 ${String(next)} 版`,
      textVersion: next,
      sha256: `hash ${String(next)}`,
    },
    newAuthors: isKnown || actor.id === null ? [] : [{ id: actor.id }],
    allEvidence: true,
  };
  const asked: Facts = {
    severity,
    unitId: 'water',
    firstReviewers: [],
    secondReviewers: [],
    evidence: [],
  };
  const checks = Object.fromEntries(CHECKS.map((check) => [`checks.${check}`, ticked]));
  const current = Number(life.subject.facts['textVersion']);
  switch (name) {
    case 'revise':
      return { ...text, channelIds: ['channel'] };
    case 'submit':
      return asked;
    case 'approve':
      return {
        ...checks,
        seat,
        review: [{ seat }],
        ticks: [],
        ...(seen < 3 && { textVersion: seen + 1 }),
      };
    case 'reject':
      return { reason: '改', seat, review: [{ seat }] };
    case 'publish':
      return {
        links: [{ channelId: 'channel', url: 'https://x.example' }],
        textVersion: current,
        sha256: `hash ${String(current)}`,
      };
    case 'correct':
      return { ...text, ...asked, reason: '更正' };
    case 'verdict-changed':
      return { verdict: 'true', reason: '复核' };
    case 'discard':
    case 'withdraw':
    case 'ask-withdrawal':
      return { reason: '有误' };
    default:
      return {};
  }
}

/** Mostly somebody to whom it is offered; anybody, now and then. */
function somebodyFor(subject: Subject, { who, name, wild }: Attempt): Actor {
  const offered = PEOPLE.filter((one) =>
    allowedCommands(definition, subject, one, 1).some(
      ({ command, needs }) => command === name && needs.length === 0,
    ),
  );
  const choice = wild || offered.length === 0 ? PEOPLE : offered;
  const chosen = choice[who % choice.length];
  if (chosen === undefined) throw new Error('nobody is there');
  return chosen;
}

/** What must be true of everything that goes out. */
function live(life: Life, given: Attempt, step: number): void {
  const actor = somebodyFor(life.subject, given);
  const { subject } = life;
  const version = Number(subject.facts['textVersion']);
  const params = paramsOf(life, given, actor);
  const expectedVersion = subject.version;
  const command = { name: given.name, actor, params, expectedVersion };
  const decision = decide(definition, subject, command, (step + 1) * 1000);
  if (!decision.ok) return;
  life.subject = decision.subject;
  switch (given.name) {
    case 'revise':
    case 'correct':
      life.authors.set(Number(params['textVersion']), actor.id ?? '');
      life.approvals = [];
      return;
    case 'approve':
      expect(given.ticked).toBe(true);
      expect([...life.authors.values()]).not.toContain(actor.id);
      life.approvals.push({ version, by: actor.id ?? '' });
      return;
    case 'reject':
    case 'submit':
    case 'verdict-changed':
      life.approvals = [];
      return;
    case 'publish': {
      const approvers = life.approvals.filter((one) => one.version === version).map(({ by }) => by);
      expect(new Set(approvers).size).toBe(2);
      for (const by of approvers) expect([...life.authors.values()]).not.toContain(by);
      life.published += 1;
      return;
    }
    default:
      return;
  }
}

describe('any sequence of commands', () => {
  it('publishes no text that two other people have not approved in that very version', () => {
    let published = 0;
    fc.assert(
      fc.property(fc.array(attempt, { minLength: 20, maxLength: 120, size: 'max' }), (script) => {
        const life = born();
        script.forEach((given, step) => {
          live(life, given, step);
        });
        published += life.published;
      }),
      { numRuns: 150 },
    );
    // A property of nothing would hold too.
    expect(published).toBeGreaterThan(50);
  });
});

function shippedReview(): CompiledDefinition {
  const result = readConfiguration('config');
  const found = result.ok
    ? result.configuration.definitions.find(({ name }) => name === 'release')
    : undefined;
  if (found === undefined) throw new Error('the shipped configuration has no review');
  return found;
}
