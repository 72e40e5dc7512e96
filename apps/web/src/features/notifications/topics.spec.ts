import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { zh } from './locales';

const ROOT = new URL('../../../../../', import.meta.url);

/** What leaves the house, as the server names it. */
const leaving = [
  ...readFileSync(new URL('libs/notify/core/topics.ts', ROOT), 'utf8').matchAll(
    /^ {2}'([\w.-]+)': \{ kind/gm,
  ),
].map(([, topic]) => topic);

const workflows = new URL('config/workflows/', ROOT);

/** What the workflows tell people, as shipped. */
const told = readdirSync(workflows).flatMap((file) =>
  [...readFileSync(new URL(file, workflows), 'utf8').matchAll(/\btopic: ([\w.-]+)/g)].map(
    ([, topic]) => topic,
  ),
);

it.each([
  ['leaves the house', leaving, 'deadline.breach'],
  ['a workflow tells', told, 'incident.judged'],
])('has words of its own for every topic that %s', (_which, topics, known) => {
  expect(topics).toContain(known);
  expect(topics.filter((topic) => !(`topic.${topic}` in zh))).toEqual([]);
});
