import { DateTime } from 'luxon';
import { newId, sql } from '#platform';
import type { Tx } from '#platform';
import {
  CHANNELS,
  PLAN_TEMPLATES,
  RESPONSIBILITIES,
  RISK_POINTS,
  SENSITIVE_DATES,
} from '../all-registers.js';
import { insertRecord, isEmpty } from '../record.repository.js';
import type { RegisterPolicy } from '../register-policy.js';
import type { Kept, Register } from '../register.js';
import { tellRecord } from '../tell-record.js';
import { channelOf, templateOf } from './registers-file.js';
import type { RegistersFile } from './registers-file.js';

/**
 * Fills the registers that nobody has entered anything into from registers.yaml, and names the owner of each category
 * that nobody was ever named for. What people enter afterwards is never touched: doing it again changes nothing.
 */
export async function seedRegisters(
  tx: Tx,
  file: RegistersFile,
  policy: RegisterPolicy,
  now: number,
): Promise<void> {
  // Programs that start together do it one after another.
  await sql(tx, 'LOCK TABLE channels IN SHARE ROW EXCLUSIVE MODE');
  const units = await unitIdsByCode(tx);
  const unitIdOf = (code: string | undefined): string | null =>
    code === undefined ? null : (units.get(code) ?? null);
  const today = DateTime.fromMillis(now, { zone: policy.timeZone }).toFormat('yyyy-MM-dd');
  const { channels, sensitiveDates, riskPoints, planTemplates } = file;
  await fill(tx, CHANNELS, now, () =>
    channels.map((channel) => channelOf(channel, unitIdOf(channel.unit), today)),
  );
  await fill(tx, SENSITIVE_DATES, now, () =>
    sensitiveDates.map((date) => ({ ...date, note: date.note ?? null })),
  );
  await fill(tx, RISK_POINTS, now, () =>
    riskPoints.map(({ unit, place = null, category = null, note = null, ...rest }) => ({
      ...rest,
      ...{ unitId: unitIdOf(unit), place, category, note },
    })),
  );
  await fill(tx, PLAN_TEMPLATES, now, () =>
    planTemplates.map((template) => templateOf(template, unitIdOf)),
  );
  await nameOwners(tx, policy, unitIdOf, now);
}

async function nameOwners(
  tx: Tx,
  { categories }: RegisterPolicy,
  unitIdOf: (code: string) => string | null,
  now: number,
): Promise<void> {
  const rows = await sql<{ category: string }>(tx, 'SELECT category FROM responsibilities');
  const named = new Set(rows.map(({ category }) => category));
  for (const { code, ownerUnit } of categories) {
    const unitId = unitIdOf(ownerUnit);
    if (named.has(code) || unitId === null) continue;
    const fields = { category: code, unitId, deputyUnitId: null, note: null };
    await enter(tx, RESPONSIBILITIES, fields, now);
  }
}

async function fill<Fields extends object>(
  tx: Tx,
  register: Register<Fields>,
  now: number,
  records: () => Fields[],
): Promise<void> {
  if (!(await isEmpty(tx, register))) return;
  for (const fields of records()) await enter(tx, register, fields, now);
}

async function enter<Fields extends object>(
  tx: Tx,
  register: Register<Fields>,
  fields: Fields,
  now: number,
): Promise<void> {
  const kept: Kept<Fields> = {
    ...{ id: newId(), fields, version: 1, retiredAt: null },
    ...{ createdAt: now, createdBy: null, changedAt: now, changedBy: null },
  };
  await insertRecord(tx, register, kept);
  await tellRecord(tx, register, kept, 'created', { fields });
}

async function unitIdsByCode(tx: Tx): Promise<Map<string, string>> {
  const rows = await sql<{ id: string; code: string }>(tx, 'SELECT id, code FROM units');
  return new Map(rows.map(({ id, code }) => [code, id]));
}
