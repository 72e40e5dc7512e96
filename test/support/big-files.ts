import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { crc32, deflateRawSync } from 'node:zlib';

export interface Written {
  readonly rows: number;
  readonly bad: number;
}

/** One row in so many has no time, and one a time that is none. */
const BAD_EACH = 100;
const SAME_WORDING = 4;

/** A CSV of posts: each wording stands four times at four times, one row in fifty is broken. */
export async function writeCsv(path: string, rows: number): Promise<Written> {
  const file = createWriteStream(path);
  file.write('\uFEFF标题,时间,链接\r\n');
  let bad = 0;
  for (let row = 0; row < rows; row += 1) {
    const wording = Math.floor(row / SAME_WORDING);
    const minute = String(row % 60).padStart(2, '0');
    const day = String(1 + (Math.floor(row / 60) % 28)).padStart(2, '0');
    const isBad = row % BAD_EACH === 7 || row % BAD_EACH === 57;
    const time = isBad ? (row % BAD_EACH === 7 ? '' : '第三天') : `2026-02-${day} 10:${minute}`;
    if (isBad) bad += 1;
    const text = `城东第${String(wording)}小区停水，"""联系13800138000"""，已经第${String(wording % 9)}天`;
    if (
      !file.write(
        `"${text.replaceAll('"""', '""')}",${time},https://forum.example/t/${String(wording)}\r\n`,
      )
    )
      await once(file, 'drain');
  }
  file.end();
  await once(file, 'close');
  return { rows, bad };
}

/** A file whose second row is one line of so many bytes, between good rows. */
export async function writeLongLine(
  path: string,
  kind: 'csv' | 'ndjson',
  bytes: number,
): Promise<void> {
  const file = createWriteStream(path);
  const good = (n: number): string =>
    kind === 'csv'
      ? `城西停水第${String(n)}天,2026-02-01 10:00\n`
      : `${JSON.stringify({ text: `城西停水第${String(n)}天`, time: '2026-02-01T10:00:00+08:00' })}\n`;
  if (kind === 'csv') file.write('标题,时间\n');
  file.write(good(1));
  file.write(kind === 'csv' ? '"' : '{"text":"');
  const piece = '长'.repeat(100_000);
  for (let written = 0; written < bytes; written += piece.length * 3)
    if (!file.write(piece)) await once(file, 'drain');
  file.write(kind === 'csv' ? '",2026-02-01 10:00\n' : '"}\n');
  file.write(good(2));
  file.end();
  await once(file, 'close');
}

/** A ZIP archive with one part that unpacks to so many bytes of nothing (APPNOTE.TXT 6.3.10, 4.3.7, 4.3.12, 4.3.16). */
export function zipBomb(name: string, bytes: number): Buffer {
  const nothing = Buffer.alloc(bytes, ' ');
  const packed = deflateRawSync(nothing, { level: 9 });
  const path = Buffer.from(name);
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt16LE(8, 4);
  common.writeUInt32LE(crc32(nothing), 10);
  common.writeUInt32LE(packed.length, 14);
  common.writeUInt32LE(bytes, 18);
  common.writeUInt16LE(path.length, 22);
  const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, path, packed]);
  const entry = Buffer.concat([
    Buffer.from('PK\x01\x02\x14\x00', 'latin1'),
    common,
    Buffer.alloc(14),
    path,
  ]);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, entry, end]);
}
