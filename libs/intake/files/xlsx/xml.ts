import { SaxesParser } from 'saxes';
import type { Readable } from 'node:stream';
import { UnreadableFile } from '../table.js';

export interface XmlHandler {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  close?(name: string): void;
  text?(text: string): void;
}

/**
 * Reads XML piece by piece, and pauses after each, so that what was found can be taken. Names come without their
 * prefixes. Entities are not expanded: saxes knows the five of XML and refuses all others.
 */
export async function* readXml(stream: Readable, handler: XmlHandler): AsyncGenerator<void> {
  const parser = new SaxesParser();
  const bare = (name: string): string => name.slice(name.indexOf(':') + 1);
  parser.on('opentag', ({ name, attributes }) => handler.open?.(bare(name), attributes));
  parser.on('closetag', ({ name }) => handler.close?.(bare(name)));
  parser.on('text', (text) => handler.text?.(text));
  parser.on('error', (error) => {
    throw error;
  });
  const decoder = new TextDecoder('utf-8');
  try {
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      parser.write(decoder.decode(chunk, { stream: true }));
      yield;
    }
    parser.close();
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    throw new UnreadableFile({
      zh: 'XLSX 文件损坏，内容读不出来',
      en: 'The XLSX file is damaged: a part of it cannot be read.',
    });
  }
}

/** Reads a part to its end. */
export async function readAllXml(stream: Readable | null, handler: XmlHandler): Promise<void> {
  if (stream === null) return;
  const reading = readXml(stream, handler);
  while ((await reading.next()).done !== true);
}
