/**
 * `node scripts/screenshots.mjs`: the pictures of README and the guides, taken from a demo that runs for the purpose. Looks
 * and words come from the product itself, so that a picture that is out of date is a matter of one command.
 */
import { mkdirSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { startDemo } from './lib/demo.mjs';
import { findChromium } from './lib/machine.mjs';
import { fromRoot } from './lib/paths.mjs';
import { pictures } from './lib/pictures.mjs';
import { prepare } from './lib/prepare.mjs';
import { ToolingError, main, say } from './lib/progress.mjs';
import { passSignalsToChildren } from './lib/run.mjs';

const FOLDER = fromRoot('docs', 'images');
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

passSignalsToChildren();
await main(takePictures);

async function takePictures() {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new ToolingError('Chromium is not installed.');
  await prepare(['server', 'web']);
  mkdirSync(FOLDER, { recursive: true });
  const demo = await startDemo();
  try {
    await takeAll(executablePath, demo.url);
  } finally {
    await demo.stop();
  }
}

/**
 * @param {string} executablePath
 * @param {string} url
 */
async function takeAll(executablePath, url) {
  const browser = await chromium.launch({ executablePath, args: FLAGS });
  try {
    for (const picture of pictures) await take(browser, url, picture);
  } finally {
    await browser.close();
  }
}

/**
 * @param {import('playwright-core').Browser} browser
 * @param {string} url
 * @param {import('./lib/pictures.mjs').Picture} picture
 */
async function take(browser, url, { name, who, size: [width, height], show }) {
  const context = await browser.newContext({
    baseURL: url,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width, height },
    isMobile: width < 640,
    reducedMotion: 'reduce',
  });
  const answer = await context.request.post('/api/v1/demo/session', { data: { username: who } });
  if (!answer.ok()) throw new ToolingError(`Nobody in the demo is called ${who}.`);
  const page = await context.newPage();
  await show(page);
  await page.screenshot({ path: `${FOLDER}/${name}.png`, animations: 'disabled', caret: 'hide' });
  await context.close();
  say(`docs/images/${name}.png`);
}
