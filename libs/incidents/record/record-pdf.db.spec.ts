import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Press } from '#documents';
import { KeepNoLonger } from '../retention/keep-no-longer.js';
import { Closing } from '../testing/closing.js';
import { recordPaper } from './paper/record-paper.js';
import { findRecord } from './record.repository.js';
import { wordingsOf } from './wording.js';

const SAID = '自来水停了三天没人管';
const A_DAY = 24 * 3_600_000;

let closing: Closing;
let id: string;

beforeAll(async () => {
  closing = await Closing.open();
  id = await closing.archived({ text: SAID });
});
afterAll(() => closing.close());

/** The PDF of the first chapter, as anybody gets it. */
async function pdfOf(locale: 'zh' | 'en' = 'zh'): Promise<Buffer> {
  const tx = closing.office.database.reader;
  const kept = await findRecord(tx, id, 1);
  if (kept === null) throw new Error('no record');
  const wordings = await wordingsOf(
    tx,
    kept.record.mentions.map((mention) => mention.id),
  );
  const { record, sha256 } = kept;
  const press = closing.office.app.get(Press, { strict: false });
  return press.pdf(recordPaper({ record, sha256, wordings, locale }));
}

const textOf = (pdf: Buffer): string =>
  execFileSync('pdftotext', ['-', '-'], { input: pdf, encoding: 'utf8' }).replaceAll(/[\n\f]/g, '');

it('tells the whole incident, and carries the hash of its record', async () => {
  const text = textOf(await pdfOf());
  const kept = await findRecord(closing.office.database.reader, id, 1);
  expect(text).toContain(kept?.sha256);
  const said = [
    '检测报告第 12 号',
    '核实水质',
    '谣言，已澄清',
    '应及时公布检修信息',
    SAID,
    '传播范围很小',
  ];
  for (const words of said) expect(text).toContain(words);
  for (const { hash } of kept?.record.timeline ?? []) expect(text).toContain(hash);
});

it('reads in English, too, with the words of people as they wrote them', async () => {
  const text = textOf(await pdfOf('en'));
  expect(text).toContain('Judgement and consultation');
  expect(text).toContain('谣言，已澄清');
  expect(text).not.toMatch(/undefined|\[object/);
});

it('comes out the same to the byte after the incident was reopened, changed, and its people renamed', async () => {
  const before = await pdfOf();
  await closing.reopen(id);
  await closing.disposeAgain(id);
  await closing.archive(id, { summary: '第二次结案' });
  await closing.office.select("UPDATE users SET name = '改了名' WHERE id = $1", [
    closing.handler.id,
  ]);
  expect(await pdfOf()).toEqual(before);
});

it('says when a wording has had its time, and is otherwise the same', async () => {
  const before = textOf(await pdfOf());
  closing.office.clock.advance(3 * 365 * A_DAY);
  await closing.office.app.get(KeepNoLonger, { strict: false }).run();
  const after = textOf(await pdfOf());
  expect(after).not.toContain(SAID);
  expect(after).toContain('原文已按保存期限删去');
  const kept = await findRecord(closing.office.database.reader, id, 1);
  for (const { wordingSha256 } of kept?.record.mentions ?? []) {
    expect(before).toContain(wordingSha256);
    expect(after).toContain(wordingSha256);
  }
});
