const UNITS = { Y: 'years', M: 'months', W: 'weeks', D: 'days' } as const;

export interface KeepPart {
  readonly unit: (typeof UNITS)[keyof typeof UNITS];
  readonly count: number;
}

/** The parts of a time as retention.yaml writes it: P2Y6M is two years and six months. */
export const partsOf = (keep: string): KeepPart[] =>
  [...keep.matchAll(/(\d+)([YMWD])/g)].flatMap(([, count, letter]) => {
    const unit = Object.entries(UNITS).find(([known]) => known === letter)?.[1];
    return unit === undefined ? [] : [{ unit, count: Number(count) }];
  });
