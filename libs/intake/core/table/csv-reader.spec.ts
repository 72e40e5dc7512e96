import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { CsvReader, delimiterOf } from './csv-reader.js';
import type { CsvRecord } from './csv-reader.js';

function read(chunks: readonly string[], longest?: number): CsvRecord[] {
  const reader = new CsvReader(',', longest);
  return [...chunks.flatMap((chunk) => [...reader.push(chunk)]), ...reader.end()];
}

/** The text in pieces of the given lengths, in turn. */
function cut(text: string, lengths: readonly number[]): string[] {
  const chunks: string[] = [];
  for (let at = 0, turn = 0; at < text.length; turn += 1) {
    const length = lengths[turn % lengths.length] ?? 1;
    chunks.push(text.slice(at, at + length));
    at += length;
  }
  return chunks;
}

const cell = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', '水', ',', '"', '\n', '\r\n', ' ', '='), maxLength: 8 }),
  fc.string({ unit: 'grapheme', maxLength: 6 }).filter((text) => !text.includes('\r')),
);
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const written = (text: string, always: boolean): string =>
  always || /[",\r\n]/.test(text) ? quoted(text) : text;

describe('reading CSV', () => {
  it('reads what the usual reader reads, wherever the pieces are cut', () => {
    const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 6 });
    const lengths = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(
        rows,
        fc.boolean(),
        fc.constantFrom('\n', '\r\n'),
        lengths,
        (all, always, end, pieces) => {
          const text = all
            .map((row) => row.map((one) => written(one, always)).join(',') + end)
            .join('');
          const theirs: string[][] = parse(text, {
            relax_column_count: true,
            record_delimiter: end,
          });
          const ours = read(cut(text, pieces));
          expect(ours.map(({ cells }) => cells)).toEqual(theirs);
          expect(ours.every(({ problem }) => problem === null)).toBe(true);
        },
      ),
    );
  });

  it('never fails, whatever it is given, and reads the same in one piece and in many', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', ',', '"', '\n', '\r', '='),
      maxLength: 40,
    });
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 7 }), (given, length) => {
        expect(read(cut(given, [length]))).toEqual(read([given]));
      }),
      { numRuns: 500 },
    );
  });

  it('counts lines within quotes', () => {
    expect(read(['a\n"b\nc\nd",e\nf'])).toMatchObject([{ line: 1 }, { line: 2 }, { line: 5 }]);
  });

  it('loses one line to a quote that does not close, and reads on after it', () => {
    const text = 'a,b\n"open,1\n"x",2\ny,3\n';
    expect(read([text])).toEqual([
      { line: 1, cells: ['a', 'b'], problem: null },
      { line: 2, cells: ['"open,1'], problem: 'open-quote' },
      { line: 3, cells: ['x', '2'], problem: null },
      { line: 4, cells: ['y', '3'], problem: null },
    ]);
  });

  it('reads on after a quote that is open to the end of the file', () => {
    const problems = read(['a,"b\nc,d\ne,f']).map(({ line, problem }) => [line, problem]);
    expect(problems).toEqual([
      [1, 'open-quote'],
      [2, null],
      [3, null],
    ]);
  });

  it('does not keep a line that is too long', () => {
    const long = 'x'.repeat(5_000);
    const records = read(['a\n', ...cut(long, [700]), '\nb\n'], 1_000);
    expect(records.map(({ line, problem }) => [line, problem])).toEqual([
      [1, null],
      [2, 'too-long'],
      [3, null],
    ]);
    expect(records[1]?.cells[0]?.length).toBeLessThanOrEqual(200);
  });

  it.each([
    ['a;b;c', ';'],
    ['a\tb', '\t'],
    ['"a;b;c",d', ','],
    ['alone', ','],
  ])('finds the delimiter of %s', (head, sign) => {
    expect(delimiterOf(head)).toBe(sign);
  });
});
