import { sql } from '#platform';
import type { Tx } from '#platform';
import { CHANNELS, PLAN_TEMPLATES, RISK_POINTS, SENSITIVE_DATES } from './all-registers.js';
import { occurrencesBetween } from './core/index.js';
import type { Channel, PlanTemplate, RiskPoint } from './core/index.js';
import { findRecord, recordsInUse } from './record.repository.js';
import type { Kept } from './register.js';

export interface KnownChannel extends Channel {
  readonly id: string;
  readonly active: boolean;
}

/** The registered channels among the ids; those out of use too, as `active: false`. Unknown ids are left out. */
export async function channelsOf(tx: Tx, ids: readonly string[]): Promise<KnownChannel[]> {
  const found = await Promise.all([...new Set(ids)].map((id) => findRecord(tx, CHANNELS, id)));
  return found
    .filter((one) => one !== null)
    .map(({ id, fields, retiredAt }) => ({ id, ...fields, active: retiredAt === null }));
}

export interface KnownResponsibility {
  readonly unitId: string;
  readonly deputyUnitId: string | null;
  readonly note: string | null;
}

/** Which unit answers for a category. The first start enters the owners of categories.yaml; null when it was retired. */
export async function responsibilityOf(
  tx: Tx,
  categoryCode: string,
): Promise<KnownResponsibility | null> {
  const [row] = await sql<{ unit_id: string; deputy_unit_id: string | null; note: string | null }>(
    tx,
    'SELECT unit_id, deputy_unit_id, note FROM responsibilities WHERE category = $1 AND retired_at IS NULL',
    [categoryCode],
  );
  return row === undefined
    ? null
    : { unitId: row.unit_id, deputyUnitId: row.deputy_unit_id, note: row.note };
}

export interface PlanNeed {
  readonly category: string;
  readonly severity: string;
  /** What the incident is: `rumour`, `complaint`… Left out: whatever it is. */
  readonly kind?: string;
}

export interface KnownPlanTemplate extends PlanTemplate {
  readonly id: string;
}

/** The templates that fit, those that say most about what they are for first. */
export async function planTemplatesFor(tx: Tx, need: PlanNeed): Promise<KnownPlanTemplate[]> {
  const all = await recordsInUse(tx, PLAN_TEMPLATES);
  return all
    .filter(({ fields }) => fits(fields, need))
    .sort((a, b) => narrowness(b.fields) - narrowness(a.fields))
    .map(flat);
}

const fits = ({ category, kinds, severities }: PlanTemplate, need: PlanNeed): boolean =>
  (category === null || category === need.category) &&
  (severities.length === 0 || severities.includes(need.severity)) &&
  (kinds.length === 0 || need.kind === undefined || kinds.includes(need.kind));

const narrowness = ({ category, kinds, severities }: PlanTemplate): number =>
  (category === null ? 0 : 4) + (kinds.length === 0 ? 0 : 2) + (severities.length === 0 ? 0 : 1);

export interface SensitiveDay {
  readonly id: string;
  readonly title: string;
  /** Both days included. */
  readonly from: string;
  readonly to: string;
  readonly note: string | null;
}

/** What falls on the days `from` to `to` (`2026-06-01`, both included), by day. */
export async function sensitiveDatesBetween(
  tx: Tx,
  from: string,
  to: string,
): Promise<SensitiveDay[]> {
  const all = await recordsInUse(tx, SENSITIVE_DATES);
  return all
    .flatMap(({ id, fields }) =>
      occurrencesBetween(fields, from, to).map((one) => ({
        ...{ id, title: fields.title, note: fields.note },
        ...one,
      })),
    )
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}

export interface KnownRiskPoint extends RiskPoint {
  readonly id: string;
}

/** The risk points of a unit, or about a category, or both; the gravest first. */
export async function riskPointsOf(
  tx: Tx,
  { unitId, category }: { readonly unitId?: string; readonly category?: string },
): Promise<KnownRiskPoint[]> {
  const all = await recordsInUse(tx, RISK_POINTS);
  return all
    .filter(
      ({ fields }) =>
        (unitId === undefined || fields.unitId === unitId) &&
        (category === undefined || fields.category === category),
    )
    .map(flat);
}

const flat = <Fields extends object>({ id, fields }: Kept<Fields>): Fields & { id: string } => ({
  id,
  ...fields,
});
