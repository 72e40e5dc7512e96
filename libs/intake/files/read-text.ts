import { createReadStream } from 'node:fs';
import iconv from 'iconv-lite';

export interface TextFile {
  /** The text without its mark, piece by piece. */
  readonly chunks: AsyncIterable<string>;
  bytesRead(): number;
}

export function readText(path: string, encoding: string): TextFile {
  const stream = createReadStream(path, { highWaterMark: 256 * 1024 });
  return { chunks: decoded(stream, encoding), bytesRead: () => stream.bytesRead };
}

async function* decoded(
  bytes: AsyncIterable<Uint8Array>,
  encoding: string,
): AsyncGenerator<string> {
  const decoder = iconv.getDecoder(encoding);
  let isFirst = true;
  for await (const chunk of bytes) {
    const text = decoder.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
    yield isFirst ? text.replace(/^\uFEFF/, '') : text;
    isFirst = false;
  }
  const rest = decoder.end();
  if (rest !== undefined && rest !== '') yield rest;
}
