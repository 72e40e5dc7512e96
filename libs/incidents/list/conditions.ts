import { sightOf } from '../sight/sight.js';
import type { Reader } from '../sight/sight.js';
import { CLOSED_STATES, STATES } from '../words.js';
import type { IncidentQuery } from './incident-query.dto.js';

type Bind = (value: unknown) => string;

const LATE = `EXISTS (SELECT 1 FROM deadlines d
  WHERE d.subject_id = t.id AND d.state <> 'stopped' AND d.breached_at IS NOT NULL)`;

const OPEN_STATES: readonly string[] = STATES.filter((state) =>
  CLOSED_STATES.every((closed) => closed !== state),
);

/** What a list of incidents asks of a row `t`, besides its words: only what the reader may know of, to begin with. */
export const conditionsOf =
  (query: IncidentQuery, reader: Reader) =>
  (bind: Bind): string[] => {
    const sight = sightOf(reader);
    return [
      ...(sight === null ? [] : [sight('t.id', bind)]),
      ...listed(query, bind),
      ...ranged(query, bind),
      ...(query.unitId === undefined ? [] : [`t.unit_id = ${bind(query.unitId)}::uuid`]),
      ...(query.supervised === undefined
        ? []
        : [`t.supervised_at IS ${query.supervised ? 'NOT NULL' : 'NULL'}`]),
      ...(query.overdue === undefined ? [] : [query.overdue ? LATE : `NOT ${LATE}`]),
    ];
  };

function listed({ state, severity, kind, category, verdict }: IncidentQuery, bind: Bind): string[] {
  const states = state?.flatMap((one) => (one === 'open' ? [...OPEN_STATES] : [one]));
  return Object.entries({ state: states, severity, kind, category, verdict }).flatMap(
    ([column, values]) => {
      if (values === undefined) return [];
      const [only, ...others] = values;
      // With a single value, an index that begins with the column leads through the rows in their order.
      return others.length === 0
        ? [`t.${column} = ${bind(only)}`]
        : [`t.${column} = ANY(${bind(values)}::text[])`];
    },
  );
}

const ranged = ({ from, to }: IncidentQuery, bind: Bind): string[] => [
  ...(from === undefined ? [] : [`t.detected_at >= ${bind(new Date(from))}`]),
  ...(to === undefined ? [] : [`t.detected_at < ${bind(new Date(to))}`]),
];
