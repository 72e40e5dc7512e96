import type { Readable } from 'node:stream';
import { open } from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';
import { UnreadableFile } from '../table.js';

const MOST_ENTRIES = 2_000;
/** A million rows are some 300 MB of XML. */
const MOST_BYTES = 1_000_000_000;
/** Sheets shrink to a tenth or a thirtieth; what shrinks to less than a two-hundredth was made to burst. */
const MOST_RATIO = 200;
/** Below this a small file full of nothing does no harm. */
const HARMLESS_BYTES = 20_000_000;

const BOMB = {
  zh: '压缩包解开后过大，可能是压缩炸弹，没有读取',
  en: 'The archive would unpack to far more than a list of mentions has; it was not read.',
};
const BROKEN = {
  zh: 'XLSX 文件损坏，打不开',
  en: 'The XLSX file is damaged and cannot be opened.',
};

/** The parts of an XLSX file. Sizes are checked before anything is unpacked, and yauzl holds each part to its own. */
export class Archive {
  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  static async open(path: string): Promise<Archive> {
    const zip = await new Promise<ZipFile>((resolve, reject) => {
      open(path, { lazyEntries: true, autoClose: false }, (error, opened) => {
        if (error === null) resolve(opened);
        else reject(new UnreadableFile(BROKEN));
      });
    });
    try {
      return new Archive(zip, await entriesOf(zip));
    } catch (error) {
      zip.close();
      throw error;
    }
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /** The part, unpacked as it is read; null when there is none of this name. */
  async read(name: string): Promise<Readable | null> {
    const entry = this.entries.get(name);
    if (entry === undefined) return null;
    if (entry.isEncrypted())
      throw new UnreadableFile({
        zh: '文件有密码，请去掉密码后再导入',
        en: 'The file has a password; remove it and import again.',
      });
    return new Promise((resolve, reject) => {
      this.zip.openReadStream(entry, (error, stream) => {
        if (error === null) resolve(stream);
        else reject(new UnreadableFile(BROKEN));
      });
    });
  }

  /** Whether there is a part whose name ends so. */
  someEndsWith(ending: string): boolean {
    return [...this.entries.keys()].some((name) => name.endsWith(ending));
  }

  close(): void {
    this.zip.close();
  }
}

function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  let bytes = 0;
  return new Promise((resolve, reject) => {
    zip.on('entry', (entry: Entry) => {
      bytes += entry.uncompressedSize;
      const ratio = entry.uncompressedSize / Math.max(1, entry.compressedSize);
      const bursts = entry.uncompressedSize > HARMLESS_BYTES && ratio > MOST_RATIO;
      if (entries.size >= MOST_ENTRIES || bytes > MOST_BYTES || bursts)
        reject(new UnreadableFile(BOMB));
      else {
        entries.set(entry.fileName, entry);
        zip.readEntry();
      }
    });
    zip.on('end', () => {
      resolve(entries);
    });
    zip.on('error', () => {
      reject(new UnreadableFile(BROKEN));
    });
    zip.readEntry();
  });
}
