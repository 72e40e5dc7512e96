import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { z } from 'zod';
import {
  categoriesSchema,
  categoryProblems,
  riskMatrixProblems,
  riskMatrixSchema,
} from './core/index.js';

const shipped = (name: string): unknown => parse(readFileSync(`config/${name}`, 'utf8'));

const withUnits = z.object({ units: z.array(z.object({ code: z.string() })) });

describe('the shipped configuration', () => {
  it('has no problems', () => {
    const { units } = withUnits.parse(shipped('organisation.yaml'));
    const codes = new Set(units.map(({ code }) => code));
    expect(categoryProblems(categoriesSchema.parse(shipped('categories.yaml')), codes)).toEqual([]);
    expect(riskMatrixProblems(riskMatrixSchema.parse(shipped('risk-matrix.yaml')))).toEqual([]);
  });

  it('has the bands of the domain', () => {
    expect(riskMatrixSchema.parse(shipped('risk-matrix.yaml')).bands).toEqual({
      IV: { from: 1, to: 4 },
      III: { from: 5, to: 9 },
      II: { from: 10, to: 15 },
      I: { from: 16, to: 25 },
    });
  });
});
