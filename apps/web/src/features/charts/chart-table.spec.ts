import { describe, expect, it } from '@jest/globals';
import { tableOf } from './chart-table';

describe('a picture as a table', () => {
  it('has a row for each category and a column for each series', () => {
    const option = {
      xAxis: { type: 'category', data: ['W01', 'W02'] },
      yAxis: { type: 'value' },
      series: [
        { type: 'bar', name: 'rumour', data: [3, { value: 4 }] },
        { type: 'line', name: 'all', data: [5, null] },
        { type: 'scatter', name: 'marks', data: [{ value: [0, 5] }] },
      ],
    };
    expect(tableOf(option)).toEqual({
      heads: ['', 'rumour', 'all'],
      rows: [
        ['W01', '3', '5'],
        ['W02', '4', '–'],
      ],
    });
  });

  it('reads lying bars from the top, as they are drawn', () => {
    const option = {
      xAxis: { type: 'value' },
      yAxis: { type: 'category', data: ['small', 'large'] },
      series: { type: 'bar', name: 'n', data: [1, 9] },
    };
    expect(tableOf(option)?.rows).toEqual([
      ['large', '9'],
      ['small', '1'],
    ]);
  });

  it('sets the cells of a grid where they belong, and a dash where there is none', () => {
    const option = {
      xAxis: { type: 'category', data: ['east', 'west'] },
      yAxis: { type: 'category', data: ['water'] },
      series: [{ type: 'heatmap', data: [[1, 0, 7]] }],
    };
    expect(tableOf(option)).toEqual({ heads: ['', 'east', 'west'], rows: [['water', '–', '7']] });
  });

  it('tells points by their names', () => {
    const option = {
      xAxis: { name: 'likelihood' },
      yAxis: { name: 'consequence' },
      series: [{ type: 'scatter', data: [{ name: 'flood', value: [4, 5] }] }],
    };
    expect(tableOf(option)).toEqual({
      heads: ['', 'likelihood', 'consequence'],
      rows: [['flood', '4', '5']],
    });
  });

  it('is none where nothing is drawn', () => {
    expect(tableOf({})).toBeNull();
    expect(tableOf({ series: [{ type: 'bar', data: [1] }] })).toBeNull();
  });
});
