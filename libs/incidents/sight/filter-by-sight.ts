import type { SelectQueryBuilder } from 'typeorm';
import type { IncidentEntity } from '../incident.entity.js';
import { sightOf } from './sight.js';
import type { Reader } from './sight.js';

/** Leaves out of a query over incidents, called `i`, those of which the reader may not know. */
export function filterBySight(builder: SelectQueryBuilder<IncidentEntity>, reader: Reader): void {
  const sight = sightOf(reader);
  if (sight === null) return;
  const values: Record<string, unknown> = {};
  const bind = (value: unknown): string => {
    const name = `sight${String(Object.keys(values).length)}`;
    values[name] = value;
    return `:${name}`;
  };
  builder.andWhere(sight('i.id', bind), values);
}
