import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ConfigCopy } from '../support/config.js';
import { fillPath, operationsOf, resolve } from '../support/openapi.js';
import type { ApiDocument, Operation } from '../support/openapi.js';
import { ROLES, hire, problemIn } from '../support/people.js';
import type { Person, Problem } from '../support/people.js';
import { openScene } from '../support/scene.js';
import type { Scene } from '../support/scene.js';

let scene: Scene;
let somebody: Person;
let document: ApiDocument;
let operations: Operation[];

beforeAll(async () => {
  scene = await openScene(new ConfigCopy());
  const { url } = scene.program;
  const newcomer = { username: 'somebody', roles: ROLES, unit: 'water' };
  somebody = await hire(url, scene.office.admin, newcomer);
  document = (await (await fetch(`${url}/api/openapi.json`)).json()) as ApiDocument;
  operations = operationsOf(document).filter(({ bodies }) => 'application/json' in bodies);
});

afterAll(() => scene.close());

/** What is said of a body in which every field is of the wrong kind, and one is unknown. */
async function complaints(
  { method, path, bodies }: Operation,
  language: string,
): Promise<string[]> {
  const { properties = {} } = resolve(document, bodies['application/json'] ?? {});
  const body = Object.fromEntries(
    [...Object.keys(properties), 'unheardOf'].map((name) => [name, []]),
  );
  const answer = await somebody.call(method, fillPath(path).replace('/api/v1', ''), body, {
    'accept-language': language,
  });
  const { errors = [] } = answer.status < 400 ? {} : problemIn(answer);
  return errors.map(({ path: field, message }) => `${method} ${path} ${field}: ${message}`);
}

describe('what is wrong with a field', () => {
  it.each([
    ['zh', /: .*\p{Script=Han}/u],
    ['en', /: [^\p{Script=Han}]*$/u],
  ] as const)('is said in the language of the account (%s)', async (locale, words) => {
    await somebody.must('PATCH', '/me', { locale });
    const said: string[] = [];
    for (const operation of operations) said.push(...(await complaints(operation, locale)));
    expect(said.length).toBeGreaterThan(50);
    expect(said.filter((line) => !words.test(line))).toEqual([]);
  });

  it('is said in the language that the browser asks for, before anybody has signed in', async () => {
    const ask = async (language: string) => {
      const answer = await fetch(`${scene.program.url}/api/v1/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'accept-language': language },
        body: '{}',
      });
      const { errors = [] } = (await answer.json()) as Problem;
      return errors.map(({ message }) => message).join(' ');
    };
    expect(await ask('zh-CN,zh;q=0.9,en;q=0.8')).toMatch(/应为文字/);
    expect(await ask('en-GB')).toMatch(/must be a string/);
  });
});
