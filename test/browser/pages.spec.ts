import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import {
  findingsOfAxe,
  findingsOfEnglish,
  findingsOfThumb,
  findingsOfWidth,
  findingsOfWords,
} from '../support/audit.js';
import { NOBODY } from '../support/openapi.js';
import { ConfigCopy } from '../support/config.js';
import { someTexts, someWork } from '../support/english-work.js';
import type { Texts, Work } from '../support/english-work.js';
import { LOOKS } from '../support/look.js';
import { hire, ROLES, signInAsBootstrap } from '../support/people.js';
import type { Person } from '../support/people.js';
import { someBriefs } from '../support/some-briefs.js';
import type { Briefs } from '../support/some-briefs.js';
import { Studio } from '../support/studio.js';
import { until } from '../support/until.js';
import type { Window } from '../support/window.js';

interface Place {
  readonly name: string;
  /** An address, or which of the incidents at work. */
  readonly at: string | ((work: Work & Texts & Briefs) => string);
  readonly then?: (page: Page) => Promise<unknown>;
  /** The browser reports every answer of this status, even where the page is made for it. */
  readonly status?: number;
}

/** Opens what is behind a button, whatever the language. */
const press = (name: RegExp) => (page: Page) => page.getByRole('button', { name }).first().click();

/** A file of two rows, of which one cannot be read. */
async function chooseFile(page: Page): Promise<void> {
  const content = 'title,time\nThe bridge cracks,2026-03-02 09:00\nThe lamp is dark,yesterday\n';
  await page.locator('input[type=file]').setInputFiles({
    name: 'Hotline 2026-03.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(content),
  });
  await page.getByRole('columnheader', { name: 'title' }).waitFor();
}

/** The section after the cover, with its pictures. */
async function present(page: Page): Promise<void> {
  await press(/^(放映|Present)$/)(page);
  await press(/^(下一节|Next)$/)(page);
  await page.getByText('2 / 9').waitFor();
}

const PLACES: readonly Place[] = [
  { name: 'the desk', at: '/' },
  { name: 'the quick log over the desk', at: '/', then: (page) => page.keyboard.press('n') },
  { name: 'the shortcuts', at: '/', then: (page) => page.keyboard.press('?') },
  { name: 'the quick log', at: '/log' },
  { name: 'the quick log sent empty', at: '/log', then: press(/^(登记|Log)$/) },
  { name: 'the notifications', at: '/notifications' },
  { name: 'the settings', at: '/settings' },
  { name: 'the search', at: '/search' },
  { name: 'what was found', at: '/search?q=a' },
  { name: 'nothing found', at: '/search?q=nothing-like-it&kind=incident&days=30' },
  { name: 'the inbox', at: '/inbox' },
  { name: 'mentions on their way out', at: '/inbox', then: press(/^(弃用|Discard)/) },
  {
    name: 'mentions that become an incident',
    at: '/inbox',
    then: press(/^(新建事件|New incident)/),
  },
  {
    name: 'mentions that join an incident',
    at: '/inbox',
    then: press(/^(归入事件|Join an incident)/),
  },
  { name: 'mentions that were discarded, none', at: '/inbox?state=discarded' },
  { name: 'the import of files', at: '/inbox/import' },
  { name: 'a file before it is imported', at: '/inbox/import', then: chooseFile },
  {
    name: 'a file that was tried',
    at: '/inbox/import',
    then: async (page) => {
      await chooseFile(page);
      await page.getByLabel(/^(监测源|Source)/).selectOption({ index: 1 });
      await press(/^(先试读|Try it first)$/)(page);
      await page
        .getByText(/^(退回的行|Rejected rows)/)
        .first()
        .waitFor();
    },
  },
  { name: 'an import that is not there', at: `/inbox/import/${NOBODY}`, status: 404 },
  { name: 'the incidents', at: '/incidents' },
  { name: 'no incidents', at: '/incidents?q=nothing-like-it' },
  { name: 'an escalated incident', at: ({ climbing }) => climbing },
  { name: 'a judgement that waits', at: ({ proposed }) => proposed },
  { name: 'a disposal', at: ({ disposing }) => disposing },
  { name: 'an archived incident', at: ({ archived }) => archived },
  { name: 'the judgement desk', at: ({ climbing }) => `${climbing}/judge` },
  {
    name: 'the judgement desk, when a leader is waited for',
    at: ({ proposed }) => `${proposed}/judge`,
  },
  {
    name: 'the form of a consultation',
    at: ({ consulting }) => `${consulting}?act=close-consultation`,
  },
  {
    name: 'a colleague being mentioned',
    at: ({ disposing }) => disposing,
    then: press(/^(提到同事|Mention a colleague)$/),
  },
  { name: 'the form of a verdict', at: ({ disposing }) => `${disposing}?act=set-verdict` },
  { name: 'the form of a pause', at: ({ disposing }) => `${disposing}?act=pause-clock` },
  { name: 'my actions', at: '/actions?scope=all' },
  { name: 'what is settled', at: '/actions?state=closed&scope=unit' },
  { name: 'an incident that is not there', at: `/incidents/${NOBODY}`, status: 404 },
  { name: 'the reviews', at: '/reviews' },
  { name: 'a text being written', at: '/reviews/new' },
  {
    name: 'a text that lacks everything',
    at: '/reviews/new',
    then: press(/^(保存草稿|Save draft)$/),
  },
  { name: 'a text to review', at: ({ reviewed }) => reviewed },
  {
    name: 'two versions of a text',
    at: ({ reviewed }) => reviewed,
    then: async (page) => {
      await page.getByLabel(/^(与哪一版对照|Compare with)$/).selectOption('1');
      await page.locator('ins').first().waitFor();
    },
  },
  {
    name: 'a text to publish',
    at: ({ approved }) => approved,
    then: press(/^(登记发布|Record publication)$/),
  },
  { name: 'a text that is not there', at: `/reviews/${NOBODY}`, status: 404 },
  {
    name: 'the quick log of a claim that is known',
    at: '/log',
    then: async (page) => {
      await page
        .getByLabel(/一句话说法|The claim/)
        .fill('The east works will stop for a week, they say');
      await page
        .getByRole('link', { name: 'The east works will stop for a week' })
        .first()
        .waitFor();
    },
  },
  { name: 'the library', at: '/library' },
  { name: 'answers on their way in', at: '/library', then: press(/^(导入|Import)$/) },
  { name: 'a search in the library that finds nothing', at: '/library?q=zzzz' },
  { name: 'a clarification', at: ({ answered }) => answered },
  { name: 'a new clarification', at: '/library/new' },
  {
    name: 'a new clarification sent empty',
    at: '/library/new',
    then: press(/^(收入澄清库|Add to the library)$/),
  },
  { name: 'a clarification that is not there', at: `/library/${NOBODY}`, status: 404 },
  { name: 'my shifts', at: '/shifts/mine' },
  { name: 'leave', at: '/shifts/mine', then: press(/^(请假|Take leave)$/) },
  { name: 'a shift that is not there', at: `/shifts/${NOBODY}`, status: 404 },
  { name: 'the swaps', at: '/swaps' },
  { name: 'a swap for two others', at: '/swaps', then: press(/^(代为安排|Arrange for both)$/) },
  { name: 'the upward reports', at: '/upward' },
  { name: 'an upward report that is not there', at: `/upward/${NOBODY}`, status: 404 },
  { name: 'the overview', at: '/overview' },
  { name: 'the wall', at: '/overview/wall' },
  { name: 'the briefs', at: '/reports' },
  { name: 'no briefs', at: '/reports?type=scorecard' },
  { name: 'a brief to draft', at: '/reports', then: press(/^(起草|Draft)$/) },
  { name: 'a brief with notes in its margin', at: ({ draft }) => draft },
  { name: 'what is behind a number', at: ({ draft }) => `${draft}?figure=logged` },
  {
    name: 'a section being edited',
    at: ({ draft }) => draft,
    then: press(/^(修改“|Edit “)/),
  },
  {
    name: 'a comment being written',
    at: ({ draft }) => draft,
    then: press(/^(在“|Comment beside)/),
  },
  {
    name: 'an instruction being written',
    at: ({ draft }) => draft,
    then: press(/^(就“|Instruct on)/),
  },
  { name: 'a chart as a table', at: ({ draft }) => draft, then: press(/^(看表格|As a table)$/) },
  { name: 'a brief being presented', at: ({ draft }) => draft, then: present },
  {
    name: 'a brief before it is discarded',
    at: ({ draft }) => draft,
    then: press(/^(作废|Discard)$/),
  },
  { name: 'a brief that was issued', at: ({ issued }) => issued },
  { name: 'who has read it', at: ({ issued }) => issued, then: press(/^(已读|Read by)/) },
  { name: 'a brief that puts another right', at: ({ correction }) => correction },
  { name: 'a brief that is not there', at: `/reports/${NOBODY}`, status: 404 },
  { name: 'the instructions', at: '/instructions?state=all&mine=no' },
  { name: 'an instruction', at: ({ instruction }) => instruction },
  {
    name: 'an instruction whose date is changed',
    at: ({ instruction }) => instruction,
    then: press(/^(调整时限|Change the date)$/),
  },
  { name: 'an instruction that is not there', at: `/instructions/${NOBODY}`, status: 404 },
  { name: 'the important matters', at: '/matters' },
  { name: 'a new important matter', at: '/matters/new' },
  { name: 'an important matter that is not there', at: `/matters/${NOBODY}`, status: 404 },
  { name: 'how I am reached', at: '/settings/channels' },
  { name: 'the engine', at: '/engine' },
  { name: 'the response times', at: '/response' },
  {
    name: 'the response times of a time in which nothing happened',
    at: '/response?period=last-quarter',
  },
  { name: 'the channels', at: '/registers' },
  { name: 'a channel', at: '/registers', then: press(/^County website$/) },
  { name: 'the sensitive dates', at: '/registers/sensitive-dates' },
  { name: 'the risk points', at: '/registers/risk-points' },
  { name: 'a risk point', at: '/registers/risk-points', then: press(/^School meals$/) },
  { name: 'who answers for what', at: '/registers/responsibilities' },
  { name: 'the plan templates', at: '/registers/plan-templates' },
  {
    name: 'a new plan template',
    at: '/registers/plan-templates',
    then: press(/^(新建预案模板|New plan template)$/),
  },
  { name: 'the workflows', at: '/workflows' },
  {
    name: 'a workflow',
    at: '/workflows/incident',
    then: (page) => page.getByRole('img').locator('svg').waitFor(),
  },
  { name: 'the people', at: '/admin/users' },
  { name: 'a new user', at: '/admin/users', then: press(/^(新建人员|New user|New person)$/) },
  {
    name: 'the question before an account is closed',
    at: '/admin/users',
    then: async (page) => {
      await page.getByRole('button', { name: 'everybody-zh', exact: true }).click();
      await press(/^(停用账户|Disable the account)$/)(page);
      await page.getByRole('dialog').nth(1).waitFor();
    },
  },
  { name: 'the units', at: '/admin/units' },
  { name: 'a new unit', at: '/admin/units', then: press(/^(新建单位|New unit)$/) },
  { name: 'the sources', at: '/admin/sources' },
  { name: 'a new source', at: '/admin/sources', then: press(/^(新建监测源|New source)$/) },
  { name: 'the tokens', at: '/admin/tokens' },
  { name: 'the audit', at: '/admin/audit' },
  { name: 'what will go', at: '/admin/retention' },
  { name: 'an address that leads nowhere', at: '/nowhere' },
];

/** What people who are not signed in see. */
const GATES: readonly Place[] = [
  { name: 'the sign-in', at: '/sign-in' },
  { name: 'a link that was used', at: '/setup?token=used' },
  { name: 'a report’s link that leads nowhere', at: '/received/nowhere', status: 404 },
  { name: 'a message’s link that leads nowhere', at: '/ack/nowhere', status: 404 },
];

/** Seven people, eight incidents and two texts have to come to where they are looked at. */
const UNTIL_ALL_IS_THERE_MS = 60_000;

const config = new ConfigCopy();
let studio: Studio;
/** Somebody who may see and do everything, once for each language. */
let everybody: Readonly<Record<'zh' | 'en', Person>>;
let work: Work;
let texts: Texts;
let briefs: Briefs;

beforeAll(async () => {
  englishUnits();
  englishRegisters();
  studio = await Studio.open({ env: config.env });
  const admin = await signInAsBootstrap(studio.url);
  everybody = { zh: await hireEverybody(admin, 'zh'), en: await hireEverybody(admin, 'en') };
  work = await someWork(everybody.en, everybody.zh);
  texts = await someTexts(studio.url, admin);
  briefs = await someBriefs(everybody.en, everybody.zh);
}, UNTIL_ALL_IS_THERE_MS);

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

  it.each(PLACES)('$name', (place) => examine(window.page, place));

  it.each(GATES)('$name', (place) => examine(gate.page, place));

  async function examine(page: Page, { at, then, status }: Place): Promise<void> {
    await page.goto(typeof at === 'string' ? at : at({ ...work, ...texts, ...briefs }));
    await hasArrived(page);
    await then?.(page);
    await hasArrived(page);
    expect(await findingsOfAxe(page)).toEqual([]);
    expect(await findingsOfWords(page)).toEqual([]);
    expect(await findingsOfWidth(page)).toEqual([]);
    if (look.isPhone) expect(await findingsOfThumb(page)).toEqual([]);
    if (look.language === 'en') expect(await findingsOfEnglish(page)).toEqual([]);
    const complaints = studio.takeComplaints();
    expect(complaints.filter((text) => !text.includes(`status of ${status} `))).toEqual([]);
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
    config.read('organisation.yaml').replaceAll(/(code: ([\w-]+), name: )[^ ,}]+/g, '$1$2 office'),
  );
}

/** Registers begin with Chinese records as shipped. */
function englishRegisters(): void {
  config.write(
    'registers.yaml',
    [
      'channels:',
      '  - { name: County website, kind: website, url: "https://www.example.org/" }',
      '  - { name: County news, kind: app }',
      'sensitiveDates: [{ title: Exams, date: 2026-06-07, days: 3, yearly: true }]',
      'riskPoints: [{ title: School meals, category: school-food, likelihood: 3, consequence: 4 }]',
      'planTemplates: [{ name: Verify, actions: [{ title: Ask, kind: verify, dueIn: P1D }] }]',
    ].join('\n'),
  );
}

async function hireEverybody(admin: Person, locale: 'zh' | 'en'): Promise<Person> {
  const username = `everybody-${locale}`;
  const person = await hire(studio.url, admin, { username, roles: ROLES, unit: 'water' });
  await person.must('PATCH', '/me', { locale });
  return person;
}
