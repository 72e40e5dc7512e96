import { Injectable } from '@nestjs/common';
import { Directory } from '#identity';
import { IncidentConfig, sightingFigures } from '#incidents';
import type { IncidentReading } from '#incidents';
import type { Tx } from '#platform';
import type { FactItem, Facts } from '#workflow';
import type { ActionOfPlan, IncidentRecord, Publication } from './core/index.js';

/** What the record knows of an incident, with names in place of ids, as drafting needs it. */
@Injectable()
export class RecordReader {
  constructor(
    private readonly config: IncidentConfig,
    private readonly directory: Directory,
  ) {}

  async read(tx: Tx, incident: IncidentReading, now: number): Promise<IncidentRecord> {
    const { facts } = incident;
    const actions = itemsOf(facts, 'actions');
    const units = await this.directory.unitNames(
      tx,
      [incident.unitId, ...actions.map((item) => text(item['unitId']))].filter((id) => id !== null),
    );
    const unitName = (id: string | null): string | null =>
      id === null ? null : (units.get(id) ?? null);
    return {
      ...incident,
      category: this.categoryName(incident.category),
      unit: unitName(incident.unitId),
      acknowledgedAt: instant(facts['acknowledgedAt']),
      judgedAt: instant(facts['judgedAt']),
      mentions: await sightingFigures(tx, incident.id, now),
      actions: actions.map((item) => actionOf(item, unitName(text(item['unitId'])))),
      publications: itemsOf(facts, 'publications').map(publicationOf),
      pressConference: conferenceOf(facts['pressConference']),
    };
  }

  /** An import may have brought a category that no file knows. */
  private categoryName(code: string): string {
    return this.config.categories.find((one) => one.code === code)?.zh ?? code;
  }
}

const actionOf = (item: FactItem, unit: string | null): ActionOfPlan => ({
  title: text(item['title']) ?? '',
  unit,
  status: item['status'] === 'done' || item['status'] === 'waived' ? item['status'] : 'open',
  result: text(item['result']),
});

const publicationOf = (item: FactItem): Publication => ({
  title: text(item['title']) ?? '',
  status: text(item['status']) ?? '',
  publishedAt: instant(item['publishedAt']),
});

const conferenceOf = (value: unknown): IncidentRecord['pressConference'] =>
  value === 'held' || value === 'waived' ? value : null;

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const instant = (value: unknown): number | null => (typeof value === 'number' ? value : null);

function itemsOf(facts: Facts, name: string): FactItem[] {
  const value = facts[name];
  return Array.isArray(value)
    ? value.filter((item): item is FactItem => typeof item === 'object' && item !== null)
    : [];
}
