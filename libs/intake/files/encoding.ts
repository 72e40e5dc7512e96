import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { createReadStream } from 'node:fs';
import { analyse } from 'chardet';
import iconv from 'iconv-lite';

/** As much as tells the encodings apart: it is taken from where the first foreign characters are. */
const SAMPLE_BYTES = 256 * 1024;

const MARKS: readonly (readonly [encoding: string, bytes: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** What chardet calls what Chinese offices send. GB18030 reads all of GBK and GB2312. */
const KNOWN: Readonly<Record<string, string>> = {
  GB18030: 'gb18030',
  Big5: 'big5',
  'UTF-16LE': 'utf-16le',
  'UTF-16BE': 'utf-16be',
};

/** Finds out how a text file is encoded: by its mark, by being good UTF-8 throughout, else by its looks. */
export async function encodingOf(path: string): Promise<string> {
  const file = await open(path);
  try {
    const head = await bytesAt(file, 0);
    const told = markOf(head) ?? wideEncodingOf(head);
    if (told !== null) return told;
    const foreign = await firstBadUtf8(path);
    if (foreign === null) return 'utf-8';
    return looksOf(await bytesAt(file, Math.max(0, foreign - 1024)));
  } finally {
    await file.close();
  }
}

/** Damage aside, chardet must be this much surer of another encoding before a declared one is taken for a lie. */
const DOUBT = 20;

/**
 * The same of bytes that are all here, and say how they are encoded: in an XML declaration, in a header. What they
 * say is believed where the bytes do not show something else; many sites declare UTF-8 and send GBK.
 */
export function encodingOfBytes(bytes: Uint8Array, declared: readonly string[]): string {
  const head = bytes.subarray(0, SAMPLE_BYTES);
  const told = markOf(head) ?? wideEncodingOf(head);
  if (told !== null) return told;
  const foreign = badUtf8In(bytes);
  if (foreign === null) return 'utf-8';
  const start = Math.max(0, foreign - 1024);
  const sample = bytes.subarray(start, start + SAMPLE_BYTES);
  const looks = analyse(sample);
  const surest = looks.find(({ name }) => KNOWN[name] !== undefined);
  const said = declared
    .map((name) => LABELS[name.trim().toLowerCase()] ?? name.trim().toLowerCase())
    .find((name) => !name.startsWith('utf') && iconv.encodingExists(name));
  if (said === undefined) return looksOf(sample);
  const confidence = looks.find(({ name }) => KNOWN[name] === said)?.confidence ?? 0;
  const isLie = surest !== undefined && surest.confidence > confidence + DOUBT;
  return isLie || !decodesWhole(sample, said) ? looksOf(sample) : said;
}

/** Names under which the encodings of Chinese pages go. */
const LABELS: Readonly<Record<string, string>> = {
  ...{ gbk: 'gb18030', gb2312: 'gb18030', 'x-gbk': 'gb18030', cp936: 'gb18030' },
  ...{ 'big5-hkscs': 'big5', 'x-x-big5': 'big5', cp950: 'big5' },
};

/** The last character of a sample may be cut in two. */
const decodesWhole = (sample: Uint8Array, encoding: string): boolean =>
  !iconv.decode(Buffer.from(sample), encoding).slice(0, -2).includes('\uFFFD');

function markOf(head: Uint8Array): string | null {
  const marked = MARKS.find(([, mark]) => mark.every((byte, index) => head[index] === byte));
  return marked?.[0] ?? null;
}

/** Where about these bytes stop being UTF-8; null when they never do. */
function badUtf8In(bytes: Uint8Array): number | null {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for (let at = 0; at < bytes.length; at += SAMPLE_BYTES) {
    try {
      decoder.decode(bytes.subarray(at, at + SAMPLE_BYTES), {
        stream: at + SAMPLE_BYTES < bytes.length,
      });
    } catch {
      return at;
    }
  }
  return null;
}

async function bytesAt(file: FileHandle, position: number): Promise<Uint8Array> {
  const sample = Buffer.alloc(SAMPLE_BYTES);
  const { bytesRead } = await file.read(sample, 0, SAMPLE_BYTES, position);
  return sample.subarray(0, bytesRead);
}

/** UTF-16 without a mark: the header of a table has ASCII in it, and so every other byte of it is zero. */
function wideEncodingOf(head: Uint8Array): string | null {
  const zeros = [0, 0];
  head.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (Math.max(even, odd) < head.length / 20 || head.length < 4) return null;
  return odd > even ? 'utf-16le' : 'utf-16be';
}

/** Where about the file stops being UTF-8; null when it is UTF-8 to its end. */
async function firstBadUtf8(path: string): Promise<number | null> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let position = 0;
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Uint8Array>) {
      decoder.decode(chunk, { stream: true });
      position += chunk.length;
    }
    decoder.decode();
    return null;
  } catch {
    return position;
  }
}

/** Few broken bytes in a text that is UTF-8 otherwise are damage, not another encoding. */
function looksOf(sample: Uint8Array): string {
  const found = analyse(sample)
    .map(({ name, confidence }) => ({ encoding: KNOWN[name], confidence }))
    .filter(({ encoding }) => encoding !== undefined);
  const asUtf8 = iconv.decode(Buffer.from(sample), 'utf-8');
  const broken = asUtf8.split('\uFFFD').length - 1;
  const foreign = asUtf8.replace(/[\0-\x7f]/g, '').length;
  if (broken * 20 < foreign) return 'utf-8';
  return found[0]?.encoding ?? 'gb18030';
}
