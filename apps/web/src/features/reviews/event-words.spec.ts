import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { zh } from './locales';

/** What the clocks of a text write into its record (libs/escalation). */
const OF_CLOCKS = [
  ...['deadline-warned', 'deadline-breached', 'deadline-resumed', 'escalation-acknowledged'],
  ...['ladder-step', 'ladder-exhausted', 'acknowledgement-lapsed'],
];

const workflow = readFileSync('config/workflows/release.yaml', 'utf8');
const ofWorkflow = [...workflow.matchAll(/\bevent: ([a-z-]+)/g)].map(([, event = '']) => event);

describe('the record of a text', () => {
  it.each([...new Set([...ofWorkflow, ...OF_CLOCKS])])('says in words: %s', (event) => {
    expect(Object.keys(zh)).toContain(`event.${event}`);
  });
});
