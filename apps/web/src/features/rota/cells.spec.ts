import { describe, expect, it } from '@jest/globals';
import type { Coverage, Layer, Schedule } from '../../api/rota-types';
import { dayRows, stretchRows } from './cells';

const LAYER: Layer = {
  name: '日常',
  participants: ['zhou', 'chen'],
  shift: 'P1D',
  handoffAt: '08:00',
  startsOn: '2026-03-01',
};
const SCHEDULE: Pick<Schedule, 'positions' | 'timeZone'> = {
  timeZone: 'Asia/Shanghai',
  positions: [{ position: 'officer', layers: [LAYER] }],
};
const officer = { position: 'officer' } as const;
const on = (from: string, to: string) => ({
  from: `2026-03-${from}+08:00`,
  to: `2026-03-${to}+08:00`,
});

const COVERAGE: Coverage = {
  segments: [
    { ...officer, ...on('05T08:00', '06T08:00'), userId: 'zhou', via: 'layer' },
    { ...officer, ...on('06T08:00', '06T20:00'), userId: 'chen', via: 'swap', overrideId: 'o1' },
  ],
  gaps: [{ ...officer, ...on('06T20:00', '07T08:00') }],
  conflicts: [
    {
      kind: 'on-leave',
      position: 'officer',
      userId: 'chen',
      ...on('06T10:00', '06T11:00'),
      message: { zh: '休假', en: 'on leave' },
    },
  ],
  people: [],
  unreachable: [],
  days: [],
};

const hours = (ms: number) => ms / 3_600_000;

describe('cells of duty days', () => {
  const [row] = dayRows(SCHEDULE, COVERAGE, ['2026-03-05', '2026-03-06', '2026-03-07']);

  it('run from hand-off to hand-off, so that a 24-hour shift is one whole cell', () => {
    expect(row?.cells[0]?.parts).toHaveLength(1);
    expect(row?.cells[0]?.parts[0]?.userId).toBe('zhou');
    expect(row?.cells[0]?.from).toBe(Date.parse('2026-03-05T08:00+08:00'));
  });

  it('show a gap beside the person, in the order of time', () => {
    const parts = row?.cells[1]?.parts ?? [];
    expect(parts.map(({ userId }) => userId)).toEqual(['chen', null]);
    expect(parts.map(({ from, to }) => hours(to - from))).toEqual([12, 12]);
  });

  it('mark a conflict only where its person is on duty', () => {
    const troubled = row?.cells.flatMap(({ parts }) => parts.map(({ isTroubled }) => isTroubled));
    expect(troubled).toEqual([false, true, false]);
  });

  it('say nothing where the schedule says nothing', () => {
    expect(row?.cells[2]?.parts).toEqual([]);
  });
});

it('stretches are clipped to the window, and know the override they come from', () => {
  const window = {
    from: Date.parse('2026-03-05T20:00+08:00'),
    to: Date.parse('2026-03-06T22:00+08:00'),
  };
  const [row] = stretchRows(SCHEDULE, COVERAGE, window);
  expect(row?.cells.map(({ from, to }) => hours(to - from))).toEqual([12, 12, 2]);
  expect(row?.cells[1]?.parts[0]?.overrideId).toBe('o1');
});
