import { inflateRawSync } from 'node:zlib';

/** Signatures and offsets as APPNOTE.TXT 6.3.10 (PKWARE) has them, sections 4.3.7, 4.3.12 and 4.3.16. */
const END_OF_DIRECTORY = 0x06054b50;
const STORED = 0;

/** One file of a ZIP archive, as text. Throws when there is none of that name. */
export function textInZip(archive: Buffer, wanted: string): string {
  const end = archive.length - 22;
  if (archive.readUInt32LE(end) !== END_OF_DIRECTORY) throw new Error('this is no ZIP archive');
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [size, nameSize] = [archive.readUInt32LE(at + 20), archive.readUInt16LE(at + 28)];
    const name = archive.toString('utf8', at + 46, at + 46 + nameSize);
    if (name === wanted) {
      const header = archive.readUInt32LE(at + 42);
      const start =
        header + 30 + archive.readUInt16LE(header + 26) + archive.readUInt16LE(header + 28);
      const content = archive.subarray(start, start + size);
      const isStored = archive.readUInt16LE(at + 10) === STORED;
      return (isStored ? content : inflateRawSync(content)).toString('utf8');
    }
    at += 46 + nameSize + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  throw new Error(`the archive has no ${wanted}`);
}
