import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CsvReader } from './csv-reader.js';
import { csvLine, unguarded } from './csv-writer.js';

const readBack = (line: string): readonly string[] => {
  const reader = new CsvReader(',');
  const [record] = [...reader.push(line), ...reader.end()];
  return record?.cells ?? [];
};

describe('writing CSV', () => {
  it.each(['=HYPERLINK("x")', '+1', '-1', '@sum', '\t=1'])('makes no formula of %s', (cell) => {
    expect(readBack(csvLine(['a', cell]))).toEqual(['a', `'${cell}`]);
    expect(unguarded(`'${cell}`)).toBe(cell);
  });

  it('comes back as it was, whatever it is', () => {
    const cells = fc.array(
      fc.string({ unit: fc.constantFrom('a', '=', '-', '"', ',', '\n', '水') }),
      {
        minLength: 1,
        maxLength: 4,
      },
    );
    fc.assert(
      fc.property(cells, (row) => {
        const read = readBack(csvLine(row));
        expect(read.every((cell) => !/^[=+\-@\t\r]/.test(cell))).toBe(true);
        expect(read.map(unguarded)).toEqual(row);
      }),
    );
  });
});
