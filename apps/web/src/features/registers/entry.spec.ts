import { describe, expect, it } from '@jest/globals';
import { dueOfText, dueToText } from './due';
import { bodyOf, entryOf, missingIn } from './entry';
import { SPECS } from './specs';

const RECORD = {
  ...{
    id: 'i',
    version: 1,
    active: true,
    units: [],
    createdAt: '',
    changedAt: '',
    changedBy: null,
  },
};

describe('a record in its form', () => {
  it('comes back as it went in', () => {
    const fields = {
      ...{ name: '供水', category: 'water', kinds: ['rumour'], severities: [], note: null },
      actions: [
        { title: '检测', kind: 'verify', basis: null, unitId: null, dueIn: 'PT4H' },
        { title: '移交', kind: 'refer', basis: '法', unitId: 'u', dueIn: 'P5WD' },
      ],
    };
    const spec = SPECS['plan-templates'];
    const entry = entryOf(spec, { ...RECORD, ...fields }, '2026-03-02');
    expect(bodyOf(spec, entry)).toEqual(fields);
  });

  it('has numbers as numbers, and an empty field as none', () => {
    const spec = SPECS['risk-points'];
    const entry = { ...entryOf(spec, null, '2026-03-02'), title: ' 渡口 ', likelihood: '4' };
    expect(bodyOf(spec, entry)).toEqual({
      ...{ title: '渡口', category: null, unitId: null, place: null, note: null },
      ...{ likelihood: 4, consequence: 3 },
    });
  });

  it('says what is still to be filled in', () => {
    const spec = SPECS.channels;
    expect(missingIn(spec, entryOf(spec, null, '2026-03-02'))).toEqual(['name']);
  });
});

describe('how long an action may take', () => {
  it.each(['PT30M', 'PT4H', 'P2D', 'P5WD'])('%s is an amount and a unit', (text) => {
    expect(dueToText(dueOfText(text))).toBe(text);
  });
});
