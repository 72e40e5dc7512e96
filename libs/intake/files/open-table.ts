import { open } from 'node:fs/promises';
import { readCsv } from './read-csv.js';
import { readNdjson } from './read-ndjson.js';
import { readXlsx } from './read-xlsx.js';
import { UnreadableFile } from './table.js';
import type { Table } from './table.js';

const ZIP = [0x50, 0x4b, 0x03, 0x04];
/** Of files from before 2007, which are another format altogether. */
const OLD_OFFICE = [0xd0, 0xcf, 0x11, 0xe0];

/** Opens a file as rows under named columns, by what is in it and not by its name. */
export async function openTable(path: string): Promise<Table> {
  const head = await headOf(path);
  if (startsWith(head, OLD_OFFICE))
    throw new UnreadableFile({
      zh: '旧版 .xls 文件读不了，请另存为 .xlsx 或 .csv',
      en: 'Files of the old .xls format cannot be read; save it as .xlsx or .csv.',
    });
  if (startsWith(head, ZIP)) return readXlsx(path);
  return firstSignOf(head) === '{' ? readNdjson(path) : readCsv(path);
}

async function headOf(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const head = Buffer.alloc(1024);
    const { bytesRead } = await file.read(head, 0, head.length, 0);
    return head.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

const startsWith = (head: Uint8Array, mark: readonly number[]): boolean =>
  mark.every((byte, index) => head[index] === byte);

/** The first character that is no space and no byte order mark; UTF-16 has zeros between. */
const firstSignOf = (head: Uint8Array): string =>
  Buffer.from(head)
    .toString('latin1')
    .replace(/[\s\0\xef\xbb\xbf\xff\xfe]/g, '')
    .charAt(0);
