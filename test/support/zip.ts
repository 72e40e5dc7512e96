import { inflateRawSync } from 'node:zlib';

/** Signatures and offsets as APPNOTE.TXT 6.3.10 (PKWARE) has them, sections 4.3.7, 4.3.12 and 4.3.16. */
const END_OF_DIRECTORY = 0x06054b50;
const STORED = 0;

interface Entry {
  readonly name: string;
  readonly at: number;
}

/** The files of a ZIP archive, in the order of its directory. Throws when it is none. */
function entriesOf(archive: Buffer): Entry[] {
  const end = archive.length - 22;
  if (archive.readUInt32LE(end) !== END_OF_DIRECTORY) throw new Error('this is no ZIP archive');
  const entries: Entry[] = [];
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    const nameSize = archive.readUInt16LE(at + 28);
    entries.push({ at, name: archive.toString('utf8', at + 46, at + 46 + nameSize) });
    at += 46 + nameSize + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return entries;
}

export const namesInZip = (archive: Buffer): string[] => entriesOf(archive).map(({ name }) => name);

/** One file of a ZIP archive. Throws when there is none of that name. */
export function binaryInZip(archive: Buffer, wanted: string): Buffer {
  const entry = entriesOf(archive).find(({ name }) => name === wanted);
  if (entry === undefined) throw new Error(`the archive has no ${wanted}`);
  const header = archive.readUInt32LE(entry.at + 42);
  const start = header + 30 + archive.readUInt16LE(header + 26) + archive.readUInt16LE(header + 28);
  const content = archive.subarray(start, start + archive.readUInt32LE(entry.at + 20));
  return archive.readUInt16LE(entry.at + 10) === STORED ? content : inflateRawSync(content);
}

export const textInZip = (archive: Buffer, wanted: string): string =>
  binaryInZip(archive, wanted).toString('utf8');
