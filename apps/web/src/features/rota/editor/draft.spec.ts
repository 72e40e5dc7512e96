import { describe, expect, it } from '@jest/globals';
import type { Schedule } from '../../../api/rota-types';
import {
  blankLayer,
  draftOf,
  missingPositions,
  movedItem,
  pathsOf,
  rulesOf,
  usualRota,
  withPosition,
} from './draft';

const TODAY = '2026-11-18';
const NOON = Date.parse('2026-11-18T12:00+08:00');
const NAMES = { schedule: '值班室', layer: '日常' };
const CHOICE = {
  officers: ['a', 'b', 'c'],
  deputies: ['a', 'b', 'c'],
  leaders: ['l', 'm'],
  handoffAt: '08:30',
};

describe('the usual rota', () => {
  const draft = usualRota(CHOICE, NAMES, 'Asia/Shanghai', NOON);
  const layers = draft.positions.map(({ layers: [layer] }) => layer);

  it('turns officers and deputies daily, leaders weekly from Monday', () => {
    expect(draft.positions.map(({ position }) => position)).toEqual([
      'officer',
      'deputy',
      'leader',
    ]);
    expect(layers.map((layer) => layer?.shift)).toEqual(['P1D', 'P1D', 'P7D']);
    expect(layers.map((layer) => layer?.startsOn)).toEqual([TODAY, TODAY, '2026-11-16']);
  });

  it('begins with the duty day that is running, so that the night before the hand-off is covered', () => {
    const night = Date.parse('2026-11-18T03:00+08:00');
    const { positions } = usualRota(CHOICE, NAMES, 'Asia/Shanghai', night);
    expect(positions[0]?.layers[0]?.startsOn).toBe('2026-11-17');
  });

  it('never makes one person officer and deputy on one day', () => {
    const [officers = [], deputies = []] = layers.map((layer) => layer?.participants ?? []);
    officers.forEach((officer, turn) => expect(deputies[turn]).not.toBe(officer));
  });

  it('leaves out a position that nobody was chosen for', () => {
    const { positions } = usualRota({ ...CHOICE, deputies: [] }, NAMES, 'Asia/Shanghai', NOON);
    expect(positions.map(({ position }) => position)).toEqual(['officer', 'leader']);
  });
});

describe('a draft', () => {
  const schedule: Schedule = {
    id: 's1',
    version: 3,
    name: '值班室',
    timeZone: 'Asia/Shanghai',
    swapNeedsApproval: false,
    people: [],
    archivedAt: null,
    positions: [
      {
        position: 'officer',
        layers: [
          {
            name: '节假日',
            participants: ['a'],
            shift: 'PT12H',
            handoffAt: '08:00',
            startsOn: TODAY,
            weekdays: [1, 2],
            holidays: 'only',
          },
        ],
      },
    ],
  };

  it('sends back what it was made of', () => {
    const { name, timeZone, swapNeedsApproval, positions } = schedule;
    expect(rulesOf(draftOf(schedule))).toEqual({ name, timeZone, swapNeedsApproval, positions });
    expect(draftOf(schedule).baseVersion).toBe(3);
  });

  it('says nothing of weekdays when it is all of them', () => {
    const layer = { ...blankLayer(TODAY, ''), weekdays: [1, 2, 3, 4, 5, 6, 7] };
    const draft = { ...draftOf(schedule), positions: [{ position: 'officer', layers: [layer] }] };
    expect(rulesOf({ ...draft, positions: [{ position: 'officer', layers: [layer] }] })).toEqual({
      ...rulesOf(draftOf(schedule)),
      positions: [
        {
          position: 'officer',
          layers: [
            {
              name: '',
              participants: [],
              shift: 'P1D',
              handoffAt: '08:00',
              startsOn: TODAY,
            },
          ],
        },
      ],
    });
  });

  it('has a place for every refusal of a layer', () => {
    expect(pathsOf(draftOf(schedule))).toContain('positions.0.layers.0.shift');
    expect(pathsOf(draftOf(schedule))).not.toContain('positions.0.layers.1.shift');
  });

  it('keeps positions in the order of the office', () => {
    const draft = draftOf(schedule);
    expect(missingPositions(draft)).toEqual(['deputy', 'leader']);
    const wider = { ...draft, ...withPosition(draft, 'leader', blankLayer(TODAY, '每周')) };
    const all = withPosition(wider, 'deputy', blankLayer(TODAY, '日常'));
    expect(all.positions.map(({ position }) => position)).toEqual(['officer', 'deputy', 'leader']);
  });
});

it.each([
  [0, 1, ['b', 'a', 'c']],
  [2, -1, ['a', 'c', 'b']],
  [0, -1, ['a', 'b', 'c']],
  [2, 1, ['a', 'b', 'c']],
])('moving number %d by %d gives %j', (index, by, expected) => {
  expect(movedItem(['a', 'b', 'c'], index, by)).toEqual(expected);
});
