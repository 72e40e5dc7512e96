import { UnreadableFile } from '../table.js';
import type { Archive } from './archive.js';
import { isDateFormat } from './dates.js';
import { readAllXml } from './xml.js';

export interface Workbook {
  /** The part that holds the first sheet. */
  readonly sheet: string;
  readonly sheets: number;
  /** Days are counted from 1904 in files of old Macintoshes. */
  readonly from1904: boolean;
  /** Texts that cells point at. */
  readonly texts: readonly string[];
  /** Whether the cells of a style are dates. */
  readonly isDateStyle: readonly boolean[];
}

/** More would not fit into memory besides the rest. */
const MOST_CHARACTERS = 80_000_000;

export async function readWorkbook(archive: Archive): Promise<Workbook> {
  const { first, sheets, from1904 } = await readOverview(archive);
  const targets = await readTargets(archive);
  const target = targets.get(first)?.replace(/^\/?(xl\/)?/, '') ?? 'worksheets/sheet1.xml';
  return {
    sheet: `xl/${target}`,
    sheets,
    from1904,
    texts: await readTexts(archive),
    isDateStyle: await readStyles(archive),
  };
}

async function readOverview(
  archive: Archive,
): Promise<{ first: string; sheets: number; from1904: boolean }> {
  let [first, sheets, from1904] = ['', 0, false];
  await readAllXml(await archive.read('xl/workbook.xml'), {
    open: (name, attributes) => {
      if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attributes['date1904'] ?? '');
      if (name !== 'sheet' || /hidden/i.test(attributes['state'] ?? '')) return;
      sheets += 1;
      if (sheets === 1) first = attributes['r:id'] ?? '';
    },
  });
  if (sheets === 0)
    throw new UnreadableFile({ zh: '文件里没有工作表', en: 'The file has no sheet.' });
  return { first, sheets, from1904 };
}

async function readTargets(archive: Archive): Promise<Map<string, string>> {
  const targets = new Map<string, string>();
  await readAllXml(await archive.read('xl/_rels/workbook.xml.rels'), {
    open: (name, { Id: id = '', Target: target = '' }) => {
      if (name === 'Relationship') targets.set(id, target);
    },
  });
  return targets;
}

/** Each text of the file is stored once; a text in pieces (of several fonts) is put together, without its reading. */
async function readTexts(archive: Archive): Promise<string[]> {
  const texts: string[] = [];
  let [characters, text, isText, phonetic] = [0, '', false, 0];
  await readAllXml(await archive.read('xl/sharedStrings.xml'), {
    open: (name) => {
      if (name === 'si') text = '';
      if (name === 'rPh') phonetic += 1;
      isText = name === 't' && phonetic === 0;
    },
    close: (name) => {
      if (name === 'rPh') phonetic -= 1;
      isText = false;
      if (name === 'si') texts.push(text);
    },
    text: (piece) => {
      if (!isText) return;
      text += piece;
      characters += piece.length;
      if (characters > MOST_CHARACTERS)
        throw new UnreadableFile({
          zh: '文件里的文字太多，请分成几个文件',
          en: 'The file holds too much text; split it into several files.',
        });
    },
  });
  return texts;
}

async function readStyles(archive: Archive): Promise<boolean[]> {
  const codes = new Map<number, string>();
  const styles: boolean[] = [];
  let isCellStyle = false;
  await readAllXml(await archive.read('xl/styles.xml'), {
    open: (name, attributes) => {
      const id = Number(attributes['numFmtId'] ?? 0);
      if (name === 'numFmt') codes.set(id, attributes['formatCode'] ?? '');
      if (name === 'cellXfs') isCellStyle = true;
      if (name === 'xf' && isCellStyle) styles.push(isDateFormat(id, codes.get(id)));
    },
    close: (name) => {
      if (name === 'cellXfs') isCellStyle = false;
    },
  });
  return styles;
}
