import { describe, expect, it } from '@jest/globals';
import { onDark } from './on-dark';

const fill = (color: string) => ({ series: [{ itemStyle: { color } }] });

describe('a picture on a dark ground', () => {
  it('has dark fills raised in their hue', () => {
    expect(onDark(fill('#7a1420'))).toEqual(fill('#b81e30'));
    expect(onDark(fill('#00007a'))).toEqual(fill('#0000d6'));
    expect(onDark(fill('#007a00'))).toEqual(fill('#00d600'));
  });

  it('keeps light fills, greys, and the colours of type and of cells', () => {
    for (const color of ['#b9dcf2', '#111111']) expect(onDark(fill(color))).toEqual(fill(color));
    const option = {
      visualMap: { inRange: { color: ['#eef5f5', '#12474e'] } },
      series: [{ label: { color: '#001122' }, data: [1, null] }],
    };
    expect(onDark(option)).toEqual(option);
  });
});
