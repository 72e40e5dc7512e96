import { ClaimIndex } from '#knowledge';
import { count, duration, median, percentile, perSecond, times } from '../report/numbers.js';
import { NONE, informs } from '../report/row.js';
import type { Row } from '../report/row.js';
import type { Bench, Benchmark } from '../setting/bench.js';
import { Office } from '../setting/office.js';
import { BigramCosine } from './cosine.js';
import { BATCH, idOf, indexClaims } from './index-claims.js';
import { ClaimMaker } from './made-up-claims.js';
import type { MadeUpClaim } from './made-up-claims.js';
import { qualityRows } from './quality.js';

const GOAL_MS = 20;
const SEED = 20261123;
const WARM_UP = 50;
const SHOWN = 5;
/** It looks at a large part of all claims each time. */
const ASKED_OF_PEER = 100;

/** What knowing a claim again costs, and how well it works, beside a plain cosine that has all claims in memory. */
export const match: Benchmark = {
  name: 'match',
  async run(bench: Bench): Promise<Row[]> {
    const [claims, asked] = bench.quick ? [5_000, 100] : [100_000, 1_000];
    const maker = new ClaimMaker(SEED);
    const known = Array.from({ length: claims }, () => maker.claim());
    const repeats = repeatsOf(known, asked, maker);
    const office = await Office.open(bench.cluster);
    try {
      bench.say(`indexing ${count(claims)} claims`);
      const indexing = await indexClaims(office, known);
      bench.say(`matching ${count(asked)} repeats of them`);
      const ours = await askOurs(office, repeats);
      const peer = askPeer(known, repeats.slice(0, ASKED_OF_PEER));
      return [
        speedRow(claims, ours, peer),
        foundRow(ours, peer),
        informs({
          what: '  indexing a claim',
          ours: perSecond(claims / (indexing / 1_000)),
          peer: NONE,
          ratio: NONE,
          note: `one after the other, ${count(BATCH)} to a transaction.`,
          figures: { perSecond: claims / (indexing / 1_000) },
        }),
        ...qualityRows(),
      ];
    } finally {
      await office.close();
    }
  },
};

interface Repeat {
  readonly of: number;
  readonly text: string;
}

/** From a sentence to a post of some two hundred characters. */
const repeatsOf = (known: readonly MadeUpClaim[], asked: number, maker: ClaimMaker): Repeat[] =>
  Array.from({ length: asked }, (_, index) => {
    const of = (index * 7_919) % known.length;
    const claim = known[of];
    if (claim === undefined) throw new RangeError(`no claim ${String(of)}`);
    return { of, text: maker.repeat(claim, index % 30) };
  });

interface Outcome {
  readonly times: readonly number[];
  /** Shares of the repeats whose claim came first, and was among the first five. */
  readonly first: number;
  readonly shown: number;
}

async function askOurs(office: Office, repeats: readonly Repeat[]): Promise<Outcome> {
  const index = office.app.get(ClaimIndex, { strict: false });
  const ask = async (text: string): Promise<string[]> => {
    const options = { limit: SHOWN, targets: ['incident', 'clarification'] as const };
    const found = await index.suggest(office.foundation.database.reader, text, options);
    return found.map(({ id }) => id);
  };
  for (const { text } of repeats.slice(0, WARM_UP)) await ask(text);
  const answers: { ms: number; place: number }[] = [];
  for (const { of, text } of repeats) {
    const started = performance.now();
    const ids = await ask(text);
    answers.push({ ms: performance.now() - started, place: ids.indexOf(idOf(of)) });
  }
  return outcomeOf(answers);
}

function askPeer(known: readonly MadeUpClaim[], repeats: readonly Repeat[]): Outcome {
  const cosine = new BigramCosine(known.map(({ text }) => text));
  for (const { text } of repeats.slice(0, SHOWN)) cosine.nearest(text, SHOWN);
  return outcomeOf(
    repeats.map(({ of, text }) => {
      const started = performance.now();
      const found = cosine.nearest(text, SHOWN);
      return { ms: performance.now() - started, place: found.indexOf(of) };
    }),
  );
}

const outcomeOf = (
  answers: readonly { readonly ms: number; readonly place: number }[],
): Outcome => {
  const share = (has: (place: number) => boolean): number =>
    answers.filter(({ place }) => has(place)).length / answers.length;
  return {
    times: answers.map(({ ms }) => ms),
    first: share((place) => place === 0),
    shown: share((place) => place >= 0),
  };
};

function speedRow(claims: number, ours: Outcome, peer: Outcome): Row {
  const [mine, theirs] = [percentile(ours.times, 0.95), percentile(peer.times, 0.95)];
  return {
    what: `a match against ${count(claims)} claims`,
    ours: `p95 ${duration(mine)}, p50 ${duration(median(ours.times))}`,
    peer: `cosine in memory p95 ${duration(theirs)}`,
    ratio: times(mine / theirs),
    goal: `p95 ≤ ${duration(GOAL_MS)}`,
    met: mine <= GOAL_MS,
    note: `${count(ours.times.length)} texts of 30 to 250 characters, one after the other, after ${String(WARM_UP)} to warm up.`,
    figures: { p95Ms: mine, p50Ms: median(ours.times), peerP95Ms: theirs },
  };
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

const foundRow = (ours: Outcome, peer: Outcome): Row =>
  informs({
    what: '  the claim that was repeated',
    ours: `first ${percent(ours.first)}, among ${String(SHOWN)} ${percent(ours.shown)}`,
    peer: `cosine ${percent(peer.first)}, ${percent(peer.shown)}`,
    ratio: times(ours.first / peer.first),
    note: 'with two characters left out, and up to 29 sentences of talk around it.',
    figures: { first: ours.first, shown: ours.shown, peerFirst: peer.first },
  });
