import { useMemo } from 'react';
import type { Coverage, Schedule } from '../../api/rota-types';
import { useIsDark } from '../../theme/use-is-dark';
import { huesOf, personColour, type PersonColour } from './person-colour';

export interface People {
  readonly ids: readonly string[];
  readonly nameOf: (id: string) => string;
  readonly colourOf: (id: string) => PersonColour;
}

/** Names and colours of everybody in a schedule and in what it comes to. */
export function usePeople(
  schedule: Pick<Schedule, 'people'>,
  coverage: Pick<Coverage, 'people'> | undefined,
): People {
  const dark = useIsDark();
  return useMemo(() => {
    const all = [...schedule.people, ...(coverage?.people ?? [])];
    const names = new Map(all.map(({ id, name }) => [id, name]));
    const hues = huesOf(
      schedule.people.map(({ id }) => id),
      (coverage?.people ?? []).map(({ id }) => id),
    );
    return {
      ids: [...names.keys()],
      nameOf: (id) => names.get(id) ?? '—',
      colourOf: (id) => personColour(hues.get(id) ?? 0, dark),
    };
  }, [schedule.people, coverage?.people, dark]);
}
