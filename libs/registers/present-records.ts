import { Injectable } from '@nestjs/common';
import { Directory } from '#identity';
import type { Page, TimelineEntry, Tx } from '#platform';
import type { HistoryView, RecordUnitView, RecordView } from './record.dto.js';
import type { Kept, Register } from './register.js';

const iso = (instant: number): string => new Date(instant).toISOString();

type Presented<Fields> = Fields & RecordView & { readonly units: readonly RecordUnitView[] };

/** Records as people see them: with the names of who kept them, and of the units they point to. */
@Injectable()
export class RecordPresenter {
  constructor(private readonly directory: Directory) {}

  async page<Fields extends object>(
    tx: Tx,
    register: Register<Fields>,
    { items, nextCursor }: Page<Kept<Fields>>,
  ): Promise<{ items: Presented<Fields>[]; nextCursor: string | null }> {
    const people = await this.directory.names(
      tx,
      items
        .flatMap(({ createdBy, changedBy }) => [createdBy, changedBy])
        .filter((id) => id !== null),
    );
    const units = await this.directory.unitNames(
      tx,
      items.flatMap(({ fields }) => unitIds(register, fields)),
    );
    const person = (id: string | null) => (id === null ? null : { id, name: people.get(id) ?? '' });
    const present = (kept: Kept<Fields>): Presented<Fields> => ({
      ...kept.fields,
      ...{ id: kept.id, version: kept.version, active: kept.retiredAt === null },
      ...{ createdAt: iso(kept.createdAt), createdBy: person(kept.createdBy) },
      ...{ changedAt: iso(kept.changedAt), changedBy: person(kept.changedBy) },
      retiredAt: kept.retiredAt === null ? null : iso(kept.retiredAt),
      units: unitIds(register, kept.fields).map((id) => ({ id, name: units.get(id) ?? '' })),
    });
    return { items: items.map(present), nextCursor };
  }

  async one<Fields extends object>(
    tx: Tx,
    register: Register<Fields>,
    kept: Kept<Fields>,
  ): Promise<Presented<Fields>> {
    const { items } = await this.page(tx, register, { items: [kept], nextCursor: null });
    const [view] = items;
    if (view === undefined) throw new Error('one record was given');
    return view;
  }

  async history(tx: Tx, entries: readonly TimelineEntry[]): Promise<HistoryView> {
    const ids = entries.map(({ actor }) => actor.id).filter((id) => id !== null);
    const people = await this.directory.names(tx, ids);
    return {
      items: entries.map(({ seq, at, actor, type, data }) => ({
        ...{ seq, at: iso(at), act: type.slice(type.lastIndexOf('.') + 1) },
        by: actor.id === null ? null : { id: actor.id, name: people.get(actor.id) ?? '' },
        was: objectOf(data['was']),
        fields: objectOf(data['fields']),
      })),
    };
  }
}

const objectOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? { ...value } : {};

const unitIds = <Fields extends object>(register: Register<Fields>, fields: Fields): string[] => [
  ...new Set([...register.units(fields).values()].filter((id) => id !== null)),
];
