import { readFileSync } from 'node:fs';
import { InvalidArgumentError } from 'commander';
import type { Command } from 'commander';
import { SAME_CLAIM, evaluateMatching, readLabelledPosts } from '#knowledge';
import type { Evaluation } from '#knowledge';
import { Refused, answer } from '../output.js';

/** All pairs are compared: so many posts are 200 MB of likenesses, and a minute or two. */
const MOST_POSTS = 5_000;

interface Options {
  readonly threshold: number;
  readonly json: boolean;
}

export function addMatch(program: Command): void {
  program
    .command('match')
    .description('how claims are known again')
    .command('evaluate')
    .description('groups labelled posts, and says how many pairs it got right')
    .argument('<file>', 'newline-delimited JSON: {group, text}')
    .option('--threshold <x>', 'how alike a group is, from 0 to 1', share, SAME_CLAIM)
    .option('--json', 'one JSON document on standard output', false)
    .action((file: string, { threshold, json }: Options) => {
      const { posts, rejected } = readLabelledPosts(linesOf(file));
      for (const { line, reason } of rejected)
        process.stderr.write(`${file}:${String(line)}: ${reason}\n`);
      if (posts.length === 0) throw new Refused(`${file} has no post that can be read.`);
      if (posts.length > MOST_POSTS) {
        throw new Refused(
          `${file} has ${String(posts.length)} posts; at most ${String(MOST_POSTS)} can be compared.`,
        );
      }
      const evaluation = evaluateMatching(posts, threshold);
      answer(json, evaluation, describe(evaluation));
    });
}

const percent = (share: number): string => `${(100 * share).toFixed(1).padStart(5)} %`;

function describe({ posts, groups, pairs, curve, ...chosen }: Evaluation): string {
  const row = ({ threshold, precision, recall, f1 }: Evaluation['curve'][number]): string =>
    `${threshold.toFixed(2).padStart(9)} ${[precision, recall].map((one) => percent(one).padStart(10)).join(' ')} ${f1.toFixed(3).padStart(6)}`;
  return [
    `${String(posts)} posts in ${String(groups)} groups: ${String(pairs)} pairs make the same claim.`,
    'threshold  precision     recall     F1',
    `${row(chosen)}  chosen`,
    ...curve.filter((_, index) => index < 10 || index % 5 === 4).map(row),
  ].join('\n');
}

function linesOf(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch (error) {
    throw new Refused(
      `${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

function share(value: string): number {
  const number = Number(value);
  if (value.trim() === '' || !(number >= 0 && number <= 1)) {
    throw new InvalidArgumentError('Give a number from 0 to 1.');
  }
  return number;
}
