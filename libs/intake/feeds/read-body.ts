import { Readable } from 'node:stream';
import type { Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { refuseFeed } from './feed-problem.js';
import { codeOf } from './network-error.js';

/** Reads no more than this, as it comes and as it is unpacked: a kilobyte of gzip may hold a megabyte of blanks. */
export async function readBody(
  body: AsyncIterable<Uint8Array>,
  coding: string | null,
  mostBytes: number,
): Promise<Uint8Array> {
  const unpacker = unpackerFor(coding);
  const wire = limited(body, mostBytes);
  if (unpacker === null) return gather(wire);
  const packed = Readable.from(wire);
  // Not `pipeline`, which would tell that it was aborted in place of why.
  packed.on('error', (error) => unpacker.destroy(error)).pipe(unpacker);
  try {
    return await gather(limited(unpacker as AsyncIterable<Uint8Array>, mostBytes));
  } catch (error) {
    // zlib's own: Z_DATA_ERROR, Z_BUF_ERROR when it is cut off, ERR__ERROR_FORMAT_… of Brotli.
    if (/^(?:Z_|ERR_?_)/.test(codeOf(error))) return refuseFeed('coding');
    throw error;
  } finally {
    packed.destroy();
    unpacker.destroy();
  }
}

function unpackerFor(coding: string | null): Transform | null {
  switch ((coding ?? '').trim().toLowerCase()) {
    case '':
    case 'identity':
      return null;
    case 'gzip':
    case 'x-gzip':
      return createGunzip();
    case 'deflate':
      return createInflate();
    case 'br':
      return createBrotliDecompress();
    default:
      return refuseFeed('coding');
  }
}

async function* limited(
  chunks: AsyncIterable<Uint8Array>,
  most: number,
): AsyncGenerator<Uint8Array> {
  let read = 0;
  for await (const chunk of chunks) {
    read += chunk.length;
    if (read > most) refuseFeed('too-large');
    yield chunk;
  }
}

async function gather(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
}
