import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { columnsOf, staysTogether } from './table-columns.js';

const shares = (heads: string[], rows: string[][]): number[] =>
  columnsOf({ heads, rows }).map(({ share }) => share);

describe('the columns of a table', () => {
  it('are as wide as they need, in proportion, where there is room', () => {
    const [number = 0, title = 0] = shares(['序号', '标题'], [['1', '一二三四五六七八九十']]);
    expect(title / number).toBeGreaterThan(3);
  });

  it('keep a number of an incident, a day and a short word whole, and let the title be broken', () => {
    const title = '关于'.repeat(40);
    const heads = ['序号', '编号', '标题', '状态', '登记'];
    const widths = shares(heads, [['10', 'YQ-2026-000101', title, '未完成', '2026-03-02']]);
    // 42 characters of small type; a Latin one is 0.56 of a Chinese one.
    const [, incident = 0, , state = 0, day = 0] = widths.map((share) => share * 42);
    expect(incident).toBeGreaterThan(14 * 0.56);
    expect(state).toBeGreaterThan(3);
    expect(day).toBeGreaterThan(10 * 0.56);
  });

  it('of numbers are told from those of words', () => {
    const rows = [
      ['供水', '1,024', '12.5%', '2026-03-02', '–'],
      ['教育', '3', '−4%', '2026-03-09', '7'],
    ];
    const columns = columnsOf({ heads: ['主题', '件', '占比', '日', '上期'], rows });
    expect(columns.map(({ isNumeric }) => isNumeric)).toEqual([false, true, true, false, true]);
    expect(columnsOf({ heads: ['件'], rows: [] })).toEqual([{ share: 1, isNumeric: false }]);
  });

  it('fill the width, whatever stands in them', () => {
    const cell = fc.string({ unit: fc.constantFrom('水', 'a', ' ', '1', '，'), maxLength: 60 });
    const table = fc.integer({ min: 1, max: 9 }).chain((count) => {
      const row = fc.array(cell, { minLength: count, maxLength: count });
      return fc.record({ heads: row, rows: fc.array(row, { maxLength: 4 }) });
    });
    fc.assert(
      fc.property(table, (block) => {
        const columns = columnsOf(block);
        expect(columns.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
        for (const { share } of columns) expect(share).toBeGreaterThan(0);
      }),
    );
  });
});

describe('a table', () => {
  const rows = (count: number, text: string): string[][] =>
    Array.from({ length: count }, () => [text]);

  it('stays on one page when it is short, and is parted when it is long', () => {
    expect(staysTogether({ heads: ['标题'], rows: rows(10, '停水') })).toBe(true);
    expect(staysTogether({ heads: ['标题'], rows: rows(60, '停水') })).toBe(false);
    expect(staysTogether({ heads: ['标题'], rows: rows(3, '停水'.repeat(400)) })).toBe(false);
  });
});
