import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { reportsProblems, reportsSchema } from './reports-file.js';

const ROLES = new Set(['leader', 'analyst', 'officer', 'reviewer', 'handler']);

describe('config/reports.yaml', () => {
  it('as shipped drafts every kind that has a period, and names roles that there are', () => {
    const file = reportsSchema.parse(parse(readFileSync('config/reports.yaml', 'utf8')));
    expect(Object.keys(file.drafts)).toEqual([
      ...['weekly', 'monthly', 'quarterly', 'half-year', 'annual'],
    ]);
    expect(reportsProblems(file, ROLES)).toEqual([]);
  });

  it('may be missing or empty, and a kind may be switched off', () => {
    expect(reportsSchema.parse({})).toEqual({ drafts: {}, readers: {} });
    expect(reportsSchema.parse({ drafts: { weekly: null } }).drafts.weekly).toBeNull();
  });

  it.each([
    [{ drafts: { weekly: { day: 8, at: '08:30' } } }],
    [{ drafts: { quarterly: { day: 29, at: '08:30' } } }],
    [{ drafts: { monthly: { day: 1, at: '24:00' } } }],
    [{ drafts: { monthly: { day: 1, at: '08:30', language: 'fr' } } }],
    [{ drafts: { special: { day: 1, at: '08:30' } } }],
    [{ readers: { daily: ['leader'] } }],
    [{ readers: { weekly: 'leader' } }],
  ])('refuses %j', (file) => {
    expect(reportsSchema.safeParse(file).success).toBe(false);
  });

  it('says which reader is no role', () => {
    const file = reportsSchema.parse({ readers: { weekly: ['leader', 'mayor'] } });
    expect(reportsProblems(file, ROLES)).toEqual([
      { path: ['readers', 'weekly', 1], message: 'there is no role “mayor”' },
    ]);
  });
});
