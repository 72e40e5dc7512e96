/** @typedef {import('playwright-core').Page} Page */

/**
 * @typedef {object} Picture
 * @property {string} name of the file in docs/images
 * @property {string} who signs in: a user name of the demo
 * @property {readonly [number, number]} size of the window
 * @property {(page: Page) => Promise<void>} show brings the page to what the picture is of
 */

/** @type {readonly [number, number]} */
const DESK = [1280, 800];
/** @type {readonly [number, number]} */
const PHONE = [390, 780];

/** Something that climbs while the visitor watches (apps/standalone/demo/live-incidents.ts). */
const EMERGENCY = '城南小学多名学生腹痛';

/** Of the seven factors of a judgement, in the order of the form: three of likelihood, four of consequence. */
const LEVELS = [4, 4, 5, 3, 2, 2, 3];

const PASTED = `有人说青山路明天起全线封闭，公交也绕行，是真的吗？联系 13800138000
10分钟前 https://weibo.com/1234567890/Nabc`;

/** In this order: the later ones act on what the earlier ones show. @type {readonly Picture[]} */
export const pictures = [
  { name: 'desk', who: 'chenke', size: DESK, show: openDesk },
  { name: 'desk-phone', who: 'chenke', size: PHONE, show: openDesk },
  { name: 'desk-leader', who: 'hechuan', size: DESK, show: openDesk },
  {
    name: 'quick-log',
    who: 'zhoulan',
    size: [1280, 860],
    show: async (page) => {
      await openDesk(page);
      await page.keyboard.press('n');
      await paste(page, PASTED);
      await page.getByRole('radio', { name: '谣言传言' }).check({ force: true });
      await page.getByRole('radio', { name: '道路与施工' }).check({ force: true });
    },
  },
  {
    name: 'incident',
    who: 'chenke',
    size: DESK,
    show: (page) => openIncident(page, EMERGENCY),
  },
  {
    name: 'incidents',
    who: 'chenke',
    size: DESK,
    show: async (page) => {
      await page.goto('/incidents');
      await page.getByRole('row').nth(10).waitFor();
    },
  },
  {
    name: 'judgement',
    who: 'xuyan',
    size: [1280, 900],
    show: async (page) => {
      await openIncident(page, EMERGENCY);
      await page.getByRole('button', { name: '研判', exact: true }).click();
      await page.getByRole('radio').nth(34).waitFor();
      for (const [factor, level] of LEVELS.entries()) {
        await page
          .getByRole('radio')
          .nth(factor * 5 + level - 1)
          .check({ force: true });
      }
      await page.getByText('点一格看它的含义').scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'concur',
    who: 'hechuan',
    size: DESK,
    show: async (page) => {
      await proposeJudgement(page, EMERGENCY);
      await openIncident(page, EMERGENCY);
    },
  },
  {
    name: 'engine',
    who: 'admin',
    size: [1280, 780],
    show: async (page) => {
      await page.goto('/engine');
      await page.getByText('最近一次巡检').waitFor();
    },
  },
  {
    name: 'people',
    who: 'admin',
    size: [1280, 720],
    show: async (page) => {
      await page.goto('/admin/users');
      await page.getByText('县委网信办').first().waitFor();
    },
  },
  {
    name: 'workflow',
    who: 'admin',
    size: DESK,
    show: async (page) => {
      await page.goto('/workflows/incident');
      await page.getByRole('img', { name: '舆情事件' }).locator('svg').waitFor();
    },
  },
];

/** @param {Page} page */
async function openDesk(page) {
  await page.goto('/');
  await page.getByText('当前值班').waitFor();
}

/**
 * @param {Page} page
 * @param {string} title
 */
async function openIncident(page, title) {
  await page.goto(`/incidents?q=${encodeURIComponent(title)}`);
  await page.getByRole('link', { name: title }).click();
  await page.getByRole('heading', { name: /^经过/ }).waitFor();
}

/**
 * A judgement of II by an analyst, which waits for the leader whose page this is.
 *
 * @param {Page} page
 * @param {string} title
 */
async function proposeJudgement(page, title) {
  const { username } = await read(page, '/me');
  await page.request.post('/api/v1/demo/session', { data: { username: 'xuyan' } });
  const { items: incidents } = await read(page, `/incidents?q=${encodeURIComponent(title)}`);
  const { items: units } = await read(page, '/units');
  const { id, version } = incidents[0];
  const [spread, believability, timing, safety, livelihood, disruption, trust] = LEVELS;
  const data = {
    expectedVersion: version,
    likelihood: { spread, believability, timing },
    consequence: { safety, livelihood, disruption, trust },
    severity: 'II',
    decision: 'dispose',
    unitId: units.find((/** @type {{ code: string }} */ unit) => unit.code === 'education').id,
  };
  await page.request.post(`/api/v1/incidents/${id}/commands/judge`, { data });
  await page.request.post('/api/v1/demo/session', { data: { username } });
}

/**
 * @param {Page} page
 * @param {string} path of the API
 */
async function read(page, path) {
  const answer = await page.request.get(`/api/v1${path}`);
  return answer.json();
}

/**
 * @param {Page} page
 * @param {string} text
 */
async function paste(page, text) {
  const field = page.getByLabel('原文或所见');
  await field.fill(text);
  for (const keys of ['Control+A', 'Control+X', 'Control+V']) await field.press(keys);
}
