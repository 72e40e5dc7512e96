import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { Directory } from '#identity';
import type { Locale, RequestActor } from '#identity';
import { Redactor } from '#intake';
import { Clock, Database, Nudges, ProblemError, newId, notFound } from '#platform';
import type { Tx } from '#platform';
import type { RecordProblem } from './core/index.js';
import { TAKEN, UNKNOWN_CATEGORY, UNKNOWN_UNIT, recordProblem } from './record-problem.js';
import {
  insertRecord,
  isSameName,
  isTaken,
  lockRecord,
  updateRecord,
} from './record.repository.js';
import { RegisterPolicy } from './register-policy.js';
import type { Kept, Register } from './register.js';
import { tellRecord } from './tell-record.js';

/** What a change may say besides the fields: which version it is about, and whether the record is in use. */
export interface Change<Fields extends object> {
  readonly expectedVersion?: number;
  readonly active?: boolean;
  readonly fields: Partial<Fields>;
}

/** Enters, changes and puts away plain records. Each change is on the timeline; nothing is deleted. */
@Injectable()
export class KeepRecords {
  constructor(
    private readonly database: Database,
    private readonly directory: Directory,
    private readonly policy: RegisterPolicy,
    private readonly redactor: Redactor,
    private readonly clock: Clock,
    private readonly nudges: Nudges,
  ) {}

  /** 422 names every field that makes no sense. */
  create<Fields extends object>(
    register: Register<Fields>,
    fields: Fields,
    by: RequestActor,
  ): Promise<Kept<Fields>> {
    return this.inOne(register, by.locale, async (tx, now) => {
      const kept: Kept<Fields> = {
        id: newId(),
        fields: register.cleaned(fields, this.redactor.clean),
        version: 1,
        ...{ createdAt: now, createdBy: by.id, changedAt: now, changedBy: by.id, retiredAt: null },
      };
      await this.check(tx, register, kept, by.locale);
      await insertRecord(tx, register, kept);
      await tellRecord(tx, register, kept, 'created', { fields: kept.fields });
      return kept;
    });
  }

  /** 404, 409 stale, 422. What is said again changes nothing. */
  change<Fields extends object>(
    register: Register<Fields>,
    id: string,
    change: Change<Fields>,
    by: RequestActor,
  ): Promise<Kept<Fields>> {
    return this.inOne(register, by.locale, async (tx, now) => {
      const before = await lockRecord(tx, register, id);
      if (before === null) throw notFound('This record');
      if ((change.expectedVersion ?? before.version) !== before.version) throw STALE;
      const after = this.changed(register, before, change, { by, now });
      if (after === null) return before;
      await this.check(tx, register, after, by.locale);
      await updateRecord(tx, register, after);
      await tellRecord(tx, register, after, typeOf(before, after), was(before, after));
      return after;
    });
  }

  private changed<Fields extends object>(
    register: Register<Fields>,
    before: Kept<Fields>,
    { fields, active }: Change<Fields>,
    { by, now }: { readonly by: RequestActor; readonly now: number },
  ): Kept<Fields> | null {
    const next = register.cleaned({ ...before.fields, ...fields }, this.redactor.clean);
    const wasActive = before.retiredAt === null;
    const retiredAt =
      (active ?? wasActive) === wasActive ? before.retiredAt : active === true ? null : now;
    if (isDeepStrictEqual(next, before.fields) && retiredAt === before.retiredAt) return null;
    const version = before.version + 1;
    return { ...before, fields: next, version, changedAt: now, changedBy: by.id, retiredAt };
  }

  private async check<Fields extends object>(
    tx: Tx,
    register: Register<Fields>,
    { id, fields, retiredAt }: Kept<Fields>,
    locale: Locale,
  ): Promise<void> {
    const taken = retiredAt === null && (await isTaken(tx, register, fields, id));
    const problems: RecordProblem[] = [
      ...register.problems(fields),
      ...(taken ? [takenProblem(register)] : []),
      ...(await this.unknownUnits(tx, register.units(fields))),
      ...this.unknownCategory(register.category(fields)),
    ];
    if (problems.length > 0) throw recordProblem(problems, locale);
  }

  private async unknownUnits(
    tx: Tx,
    named: ReadonlyMap<string, string | null>,
  ): Promise<RecordProblem[]> {
    const ids = [...named.values()].filter((id) => id !== null);
    const known = await this.directory.unitNames(tx, ids);
    return [...named].flatMap(([path, id]) =>
      id === null || known.has(id) ? [] : [{ path, code: 'unit.unknown', message: UNKNOWN_UNIT }],
    );
  }

  private unknownCategory(category: string | null): RecordProblem[] {
    const known = category === null || this.policy.categories.some(({ code }) => code === category);
    return known ? [] : [{ path: 'category', code: 'category.unknown', message: UNKNOWN_CATEGORY }];
  }

  private async inOne<Fields extends object, Result>(
    register: Register<Fields>,
    locale: Locale,
    work: (tx: Tx, now: number) => Promise<Result>,
  ): Promise<Result> {
    try {
      const result = await this.database.transaction((tx) => work(tx, this.clock.now()));
      this.nudges.send('stream');
      return result;
    } catch (error) {
      if (isSameName(error)) throw recordProblem([takenProblem(register)], locale);
      throw error;
    }
  }
}

const STALE = new ProblemError(409, 'version.stale', 'Somebody has changed this record meanwhile.');

const takenProblem = <Fields extends object>({ unique }: Register<Fields>): RecordProblem => ({
  path: unique ?? '',
  code: 'record.exists',
  message: TAKEN,
});

function typeOf<Fields extends object>(
  before: Kept<Fields>,
  after: Kept<Fields>,
): 'changed' | 'restored' | 'retired' {
  if (before.retiredAt === after.retiredAt) return 'changed';
  return after.retiredAt === null ? 'restored' : 'retired';
}

/** The fields that differ, as they were and as they are. */
function was<Fields extends object>(
  before: Kept<Fields>,
  after: Kept<Fields>,
): { readonly was: object; readonly fields: object } {
  const old = new Map<string, unknown>(Object.entries(before.fields));
  const differing = Object.entries(after.fields).filter(
    ([field, value]) => !isDeepStrictEqual(value, old.get(field)),
  );
  return {
    was: Object.fromEntries(differing.map(([field]) => [field, old.get(field)])),
    fields: Object.fromEntries(differing),
  };
}
