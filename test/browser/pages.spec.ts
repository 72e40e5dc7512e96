import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import {
  findingsOfAxe,
  findingsOfEnglish,
  findingsOfThumb,
  findingsOfWidth,
  findingsOfWords,
} from '../support/audit.js';
import { ConfigCopy } from '../support/config.js';
import { Case } from '../support/incidents.js';
import { LOOKS } from '../support/look.js';
import { hire, ROLES, signInAsBootstrap } from '../support/people.js';
import type { Person } from '../support/people.js';
import { Studio } from '../support/studio.js';
import { until } from '../support/until.js';
import type { Window } from '../support/window.js';

interface Place {
  readonly name: string;
  readonly path: string;
  readonly then?: (page: Page) => Promise<unknown>;
}

const PLACES: readonly Place[] = [
  { name: 'the desk', path: '/' },
  {
    name: 'the quick log over the desk',
    path: '/',
    then: (page) => page.keyboard.press('n'),
  },
  { name: 'the shortcuts', path: '/', then: (page) => page.keyboard.press('?') },
  { name: 'the quick log', path: '/log' },
  { name: 'the notifications', path: '/notifications' },
  { name: 'the settings', path: '/settings' },
  { name: 'the engine', path: '/engine' },
  { name: 'the workflows', path: '/workflows' },
  {
    name: 'a workflow',
    path: '/workflows/incident',
    then: (page) => page.getByRole('img').locator('svg').waitFor(),
  },
  { name: 'an address that leads nowhere', path: '/nowhere' },
];

/** What people who are not signed in see. */
const GATES: readonly Place[] = [
  { name: 'the sign-in', path: '/sign-in' },
  { name: 'a link that was used', path: '/setup?token=used' },
];

const config = new ConfigCopy();
let studio: Studio;
/** Somebody who may see and do everything, once for each language. */
let everybody: Readonly<Record<'zh' | 'en', Person>>;

beforeAll(async () => {
  englishUnits();
  studio = await Studio.open({ env: config.env });
  const admin = await signInAsBootstrap(studio.url);
  everybody = { zh: await hireEverybody(admin, 'zh'), en: await hireEverybody(admin, 'en') };
  await someWork(everybody.en);
});

afterAll(async () => {
  await studio.close();
  config.remove();
});

describe.each(LOOKS)('$name', (look) => {
  let window: Window;
  let gate: Window;

  beforeAll(async () => {
    window = await studio.windowOf(everybody[look.language], look.options);
    gate = await studio.window(look.options);
  });

  afterAll(() => studio.closeWindows());

  it.each(PLACES)('$name', ({ path, then }) => examine(window.page, path, then));

  it.each(GATES)('$name', ({ path, then }) => examine(gate.page, path, then));

  async function examine(page: Page, path: string, then?: Place['then']): Promise<void> {
    await page.goto(path);
    await hasArrived(page);
    await then?.(page);
    await hasArrived(page);
    expect(await findingsOfAxe(page)).toEqual([]);
    expect(await findingsOfWords(page)).toEqual([]);
    expect(await findingsOfWidth(page)).toEqual([]);
    if (look.isPhone) expect(await findingsOfThumb(page)).toEqual([]);
    if (look.language === 'en') expect(await findingsOfEnglish(page)).toEqual([]);
    expect(studio.takeComplaints()).toEqual([]);
  }
});

/** Its heading is there, and nothing on it is still on the way. */
async function hasArrived(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor({ state: 'attached' });
  const onTheWay = page.getByRole('status').filter({ hasText: /正在载入|Loading/ });
  const connecting = page.getByText(/^(正在连接|connecting)$/);
  await until(
    'the page has arrived',
    async () => (await onTheWay.count()) + (await connecting.count()) === 0,
  );
}

/** Units have one name each, and it is Chinese as shipped. */
function englishUnits(): void {
  config.write(
    'organisation.yaml',
    config.read('organisation.yaml').replaceAll(/(code: (\w+), name: )[^ }]+/g, '$1$2 office'),
  );
}

async function hireEverybody(admin: Person, locale: 'zh' | 'en'): Promise<Person> {
  const username = `everybody-${locale}`;
  const person = await hire(studio.url, admin, { username, roles: ROLES, unit: 'water' });
  await person.must('PATCH', '/me', { locale });
  return person;
}

/** Something on every list: an escalation, work in progress, notifications. */
async function someWork(person: Person): Promise<void> {
  const english = {
    claim: 'The east works will stop for a week',
    place: 'East',
    title: 'No water for a week',
  };
  const mentions = [{ source: 'forum', text: 'They say so', seenAt: new Date().toISOString() }];
  const climbing = await Case.log(person, { ...english, mentions });
  await climbing.give(person, 'report', { severity: 'II' });
  await Case.log(person, { ...english, title: 'A smell in the tap water', mentions });
}
