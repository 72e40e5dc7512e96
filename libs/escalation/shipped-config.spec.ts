import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import {
  GRADES,
  clockProblems,
  clocksSchema,
  formatDuration,
  isDueFromEvent,
  ladderProblems,
  laddersSchema,
} from './core/index.js';
import type { ClockPolicy } from './core/index.js';

const shipped = (name: string): unknown => parse(readFileSync(`config/${name}`, 'utf8'));

const { clocks: all } = clocksSchema.parse(shipped('clocks.yaml'));
/** Those of incidents; the duty office's are in its own room. */
const clocks = Object.fromEntries(
  Object.entries(all).filter(([, { subject }]) => subject === 'incident'),
);
const { ladders } = laddersSchema.parse(shipped('ladders.yaml'));

const roles = new Set(['monitor', 'officer', 'analyst', 'handler', 'reviewer', 'leader', 'admin']);

function dueOf({ due }: ClockPolicy): string {
  if (isDueFromEvent(due)) return `from ${due.from}`;
  return GRADES.map((grade) => due[grade])
    .map((duration) => (duration === null ? '–' : formatDuration(duration)))
    .join(' ');
}

describe('the shipped configuration', () => {
  it('has no problems', () => {
    const around = {
      subjects: new Set(readdirSync('config/workflows').map((file) => file.replace('.yaml', ''))),
      ladders: new Set(Object.keys(ladders)),
    };
    expect(clockProblems({ clocks: all }, around)).toEqual([]);
    expect(ladderProblems({ ladders }, { roles, channels: new Set(['app']) })).toEqual([]);
  });

  it('has the due times of the domain for I, II, III, IV and unrated', () => {
    expect(
      Object.fromEntries(Object.entries(clocks).map(([name, clock]) => [name, dueOf(clock)])),
    ).toEqual({
      // The domain gives 30 minutes to what is unrated; a sighting that is logged with a severity has no less.
      'next-action': 'from nextDueAt',
      supervision: 'from reportBy',
      report: 'PT30M PT30M PT30M PT30M PT30M',
      acknowledge: 'PT5M PT10M PT30M PT1H PT15M',
      judge: 'PT30M PT1H PT4H P1D PT2H',
      'upward-report': 'PT1H PT2H – – –',
      'first-response': 'PT5H PT5H P2D P2D P2D',
      'press-conference': 'P1D P1D – – –',
      update: 'PT12H P1D – – –',
      dispose: 'P3D P5D P7WD P15WD –',
      archive: 'P5WD P5WD P10WD P10WD –',
      consultation: 'from dueAt',
      'next-look': 'from until',
    });
  });

  it('lets nobody pause the two legal clocks', () => {
    const legal = Object.entries(clocks).filter(([, clock]) => clock.legal);
    expect(legal.map(([name]) => name)).toEqual(['first-response', 'press-conference']);
  });

  it('climbs the duty ladder from the start while nobody acknowledges, and from the breach otherwise', () => {
    const fromStart = Object.entries(clocks).filter(([, { ladder }]) => ladder?.from === 'start');
    expect(fromStart.map(([name]) => name)).toEqual(['acknowledge']);
    expect(ladders['duty']?.steps.map(({ wait }) => wait / 60_000)).toEqual([0, 5, 5, 5]);
    expect(ladders['duty']?.repeat).toBe(2);
  });

  it('gives back every clock when a merge is undone', () => {
    const forgotten = Object.entries(clocks).filter(
      ([, { stops, continues }]) => !stops.includes('merged') || !continues.includes('unmerged'),
    );
    expect(forgotten).toEqual([]);
  });

  it('listens only to events that the incident workflow has', () => {
    const emitted = new Set(eventsIn(shipped('workflows/incident.yaml')));
    const heard = Object.values(clocks).flatMap(({ starts, stops, continues }) => [
      ...starts,
      ...stops,
      ...continues,
    ]);
    expect(heard.filter((event) => !emitted.has(event))).toEqual([]);
  });
});

/** Every `event: x`, wherever it stands. */
function eventsIn(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(eventsIn);
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => {
    if (key === 'event' && typeof value === 'string') return [value];
    return eventsIn(value);
  });
}
