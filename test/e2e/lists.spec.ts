import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { always, officeConfig } from '../support/config.js';
import { Case } from '../support/incidents.js';
import type { Person } from '../support/people.js';
import { openScene } from '../support/scene.js';
import type { Scene } from '../support/scene.js';
import { until } from '../support/until.js';

interface Page {
  readonly items: readonly { readonly id: string; readonly number: string }[];
  readonly nextCursor: string | null;
}

let scene: Scene;
let reader: Person;
/** Twelve incidents: kinds in turn, the odd ones about schools and reported as severity III. */
const cases: Case[] = [];
const KINDS = ['rumour', 'hot-topic', 'complaint', 'emergency'] as const;

beforeAll(async () => {
  const config = officeConfig().set('clocks.yaml', { 'clocks.report.due': always('PT1S') });
  scene = await openScene(config);
  reader = scene.office.reviewer;
  for (let index = 0; index < 12; index += 1) {
    const odd = index % 2 === 1;
    const one = await Case.log(scene.office.monitor, {
      title: `第${index}件 ${odd ? '学校食堂 100%_满意' : '停水通知'}`,
      kind: KINDS[index % 4],
      category: odd ? 'school-food' : 'water',
    });
    if (odd) await one.give(scene.office.monitor, 'report', { severity: 'III' });
    cases.push(one);
  }
});
afterAll(() => scene.close());

const list = async (query: string): Promise<Page> =>
  (await reader.get(`/incidents?${query}`)) as Page;
const idsOf = ({ items }: Page): string[] => items.map(({ id }) => id);
const expected = (wanted: (index: number) => boolean): string[] =>
  cases
    .filter((_, index) => wanted(index))
    .map(({ id }) => id)
    .reverse();

describe('the list of incidents', () => {
  it.each([
    ['state=detected', (index: number) => index % 2 === 0],
    ['state=open', () => true],
    ['state=archived,dismissed', () => false],
    ['severity=III', (index: number) => index % 2 === 1],
    ['severity=III&severity=unrated', () => true],
    ['kind=rumour', (index: number) => index % 4 === 0],
    ['kind=rumour,complaint', (index: number) => index % 2 === 0],
    ['category=school-food', (index: number) => index % 2 === 1],
    ['verdict=unverified', () => true],
    ['verdict=false', () => false],
    ['kind=hot-topic&q=食堂', (index: number) => index % 4 === 1],
    ['q=第3件', (index: number) => index === 3],
    ['q=食堂+第3件', (index: number) => index === 3],
    ['q=水厂', () => true],
    ['q=100%25_', (index: number) => index % 2 === 1],
    ['q=%25', (index: number) => index % 2 === 1],
    ['q=没有的词', () => false],
  ])('shows, for %s, exactly what fits', async (query, wanted) => {
    expect(idsOf(await list(query))).toEqual(expected(wanted));
  });

  it('finds an incident by its number', async () => {
    const { id, number } = cases[4]!.page;
    expect(idsOf(await list(`q=${number.toLowerCase()}`))).toEqual([id]);
  });

  it('shows what is late, and what is not', async () => {
    await until('the clocks of the even ones have run out', async () => {
      return (await list('overdue=true')).items.length === 6;
    });
    expect(idsOf(await list('overdue=true'))).toEqual(expected((index) => index % 2 === 0));
    expect(idsOf(await list('overdue=false'))).toEqual(expected((index) => index % 2 === 1));
  });

  it('comes in pages that neither repeat nor miss, while others are added', async () => {
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: Page = await list(`limit=5${cursor === '' ? '' : `&cursor=${cursor}`}`);
      seen.push(...idsOf(page));
      cursor = page.nextCursor;
      await Case.log(scene.office.monitor, { title: '后来的' });
    }
    expect(seen).toEqual(expected(() => true));
  });

  it('is sorted as it is asked to be', async () => {
    const numbers = (page: Page) => page.items.map(({ number }) => number);
    const ascending = numbers(await list('sort=detectedAt&limit=5'));
    expect(ascending).toEqual(cases.slice(0, 5).map(({ page }) => page.number));
    await cases[0]!.give(scene.office.officer, 'note', { text: '最新' });
    expect(idsOf(await list('sort=-updatedAt&limit=1'))).toEqual([cases[0]!.id]);
  });

  it('can be cut to a time', async () => {
    const { items } = (await reader.get('/incidents?sort=detectedAt&limit=12')) as {
      items: { id: string; detectedAt: string }[];
    };
    const [from, to] = [items[3]!.detectedAt, items[6]!.detectedAt];
    const query = `sort=detectedAt&from=${from}&to=${encodeURIComponent(to)}`;
    expect(idsOf(await list(query))).toEqual(items.slice(3, 6).map(({ id }) => id));
  });

  it.each([
    ['state=asleep', 'state'],
    ['limit=0', 'limit'],
    ['limit=1000', 'limit'],
    ['limit=many', 'limit'],
    ['unitId=water', 'unitId'],
    ['from=yesterday', 'from'],
    ['cursor=abc', 'cursor'],
    ['cursor=1_00000000-0000-0000-0000-00000000000g', 'cursor'],
    ['sort=severity', 'sort'],
    ['colour=red', 'colour'],
  ])('says, for %s, what is wrong with it', async (query, path) => {
    const problem = await reader.refused('GET', `/incidents?${query}`);
    expect(problem).toMatchObject({ status: 400, code: 'validation.failed' });
    expect(problem.errors?.map((error) => error.path)).toContain(path);
  });
});

describe('numbers', () => {
  it('have no gaps and no twins, however many log at once', async () => {
    const some = await Promise.all(
      Array.from({ length: 30 }, (_, index) =>
        index % 3 === 0
          ? scene.office.monitor.call('POST', '/incidents', { title: 'refused' })
          : Case.log(scene.office.monitor),
      ),
    );
    expect(some).toHaveLength(30);
    const { items } = (await reader.get('/incidents?limit=200')) as Page;
    const numbers = items.map(({ number }) => Number(number.slice(-6))).sort((a, b) => a - b);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  });
});
