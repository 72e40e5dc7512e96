import { describe, expect, it } from '@jest/globals';
import { NAMED_PLACES } from './gazetteer.js';
import { differInPlace, placesOf } from './places.js';

const namesIn = (text: string): string[] => placesOf(text).map(({ name }) => name);
const differ = (one: string, other: string): boolean =>
  differInPlace(placesOf(one), placesOf(other));

describe('the places in a text', () => {
  it.each([
    ['西安今晚停水', ['西安']],
    ['听说云溪县要停水', ['云溪县']],
    ['湖南省岳阳市云溪区停水', ['湖南', '岳阳', '云溪区']],
    ['大同市停水', ['大同']],
    ['世界大同，来宾请进，早日安康', []],
    ['全县小区都停水，城镇超市关门，这个村也是', []],
    ['黔东南下雨', ['黔东南']],
  ])('%s: %j', (text, expected) => {
    expect(namesIn(text)).toEqual(expected);
  });

  it('are each in the list once, at one level', () => {
    const names = NAMED_PLACES.map(({ name }) => name);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    expect(names.length).toBeGreaterThan(400);
  });
});

describe('two texts speak of different places', () => {
  it.each([
    ['西安停水', '郑州停水', true],
    ['西安停水', '西安停电', false],
    ['西安停水', '停水了', false],
    ['听说云溪县停水', '清河县停水', true],
    ['听说云溪县停水', '快看云溪县停水', false],
    // On the most specific level that both name.
    ['武汉黄陂区停水', '武汉江夏区停水', true],
    ['湖北襄阳停水', '湖北咸宁停水', true],
    ['湖北停水', '武汉停水', false],
    ['陕西停水', '武汉停水', true],
    ['湖南停水', '云溪县停水', false],
    ['英国停水', '美国停水', true],
    // Told from somewhere, about somewhere else.
    ['美国停水（上海）', '美国停水（广州）', false],
  ])('%s, %s: %s', (one, other, expected) => {
    expect(differ(one, other)).toBe(expected);
    expect(differ(other, one)).toBe(expected);
  });
});
