import { Injectable } from '@nestjs/common';
import type { RequestActor } from '#identity';
import { Database, notFound, readTimeline } from '#platform';
import { KeepRecords } from './keep-records.js';
import { RecordPresenter } from './present-records.js';
import type { HistoryView, RegisterQuery } from './record.dto.js';
import { listRecords } from './record.repository.js';
import type { Register, RegisterName } from './register.js';

/** What the five controllers have in common: each says only its shapes. */
@Injectable()
export class RegisterDoor {
  constructor(
    private readonly database: Database,
    private readonly keep: KeepRecords,
    private readonly presenter: RecordPresenter,
  ) {}

  async list<Fields extends object>(register: Register<Fields>, query: RegisterQuery) {
    const tx = this.database.reader;
    return this.presenter.page(tx, register, await listRecords(tx, register, query));
  }

  async create<Fields extends object>(
    register: Register<Fields>,
    fields: Fields,
    actor: RequestActor,
  ) {
    const kept = await this.keep.create(register, fields, actor);
    return this.presenter.one(this.database.reader, register, kept);
  }

  async change<Fields extends object>(
    register: Register<Fields>,
    id: string,
    body: { expectedVersion?: number; active?: boolean } & Partial<Fields>,
    actor: RequestActor,
  ) {
    const { expectedVersion, active, ...rest } = body;
    const fields = Object.fromEntries(
      Object.entries(rest).filter(([, value]) => value !== undefined),
    ) as Partial<Fields>;
    const kept = await this.keep.change(
      register,
      id,
      {
        fields,
        ...(expectedVersion !== undefined && { expectedVersion }),
        ...(active !== undefined && { active }),
      },
      actor,
    );
    return this.presenter.one(this.database.reader, register, kept);
  }

  /** What became of a record, newest first. */
  async history(name: RegisterName, id: string): Promise<HistoryView> {
    const tx = this.database.reader;
    const entries = await readTimeline(tx, id);
    const own = entries.filter(({ subjectType }) => subjectType === name);
    if (own.length === 0) throw notFound('This record');
    return this.presenter.history(tx, own.reverse());
  }
}
