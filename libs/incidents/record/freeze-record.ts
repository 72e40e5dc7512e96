import { Injectable } from '@nestjs/common';
import { EscalationPolicies, deadlinesOf, presentDeadline } from '#escalation';
import { Directory } from '#identity';
import { appendToTimeline, hashOf, lockHeads, readTimeline, sql } from '#platform';
import type { TimelineEntry, Tx, Words } from '#platform';
import type { Facts, FactItem } from '#workflow';
import { IncidentConfig } from '../incident-config.js';
import { RECORD_FORMAT } from './incident-record.js';
import type { IncidentRecord } from './incident-record.js';
import {
  columnsOf,
  filesOf,
  idsIn,
  mentionsOf,
  recordedDeadline,
  recordedEntry,
} from './read-incident.js';
import { saltWordings } from './wording.js';

/** Entries that tell of a judgement, and of a consultation about it. */
const JUDGEMENTS = ['judged', 'judgement-proposed', 'judgement-declined', 'regraded', 'dismissed'];
const CONSULTATIONS = ['consulted', 'view-given', 'views-complete', 'consultation-closed'];
const UPWARD = ['upward-report-recorded', 'follow-up-recorded'];
const CLOSING = [
  ...['summary', 'lessons', 'review', 'satisfaction', 'satisfactionAsked'],
  ...['responseNotNeeded', 'disposedBy', 'observeUntil'],
];

/** Keeps an incident as it stands when it is archived, and the hash of that on its timeline. */
@Injectable()
export class FreezeRecord {
  constructor(
    private readonly policies: EscalationPolicies,
    private readonly directory: Directory,
    private readonly config: IncidentConfig,
  ) {}

  /** Called inside the transaction that archives, after the subject has been written. */
  async run(tx: Tx, incidentId: string, facts: Facts, now: number): Promise<void> {
    await saltWordings(tx, incidentId);
    // Through JSON once, so that the hash covers exactly what is stored (dates as text).
    const record = JSON.parse(
      JSON.stringify(await this.recordOf(tx, incidentId, facts, now)),
    ) as IncidentRecord;
    const sha256 = hashOf(record);
    const { chapter } = record;
    const heads = await lockHeads(tx, [incidentId]);
    const entry = {
      ...{ subjectId: incidentId, subjectType: 'incident', at: now, type: 'record-sealed' },
      ...{ actor: { kind: 'system', id: null } as const, data: { chapter, sha256 } },
    };
    const [sealed] = await appendToTimeline(tx, [entry], heads);
    await sql(
      tx,
      `INSERT INTO incident_records (incident_id, version, chapter, record, sha256, archived_at, sealed_seq)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [
        ...[incidentId, record.incident['version'], chapter, JSON.stringify(record), sha256],
        ...[record.archivedAt, sealed?.seq],
      ],
    );
  }

  private categoryName(code: unknown): Words | null {
    const category = this.config.categories.find((one) => one.code === code);
    return category === undefined ? null : { zh: category.zh, en: category.en };
  }

  private async recordOf(tx: Tx, id: string, facts: Facts, now: number): Promise<IncidentRecord> {
    const incident = await columnsOf(tx, id);
    const entries = await readTimeline(tx, id);
    const deadlines = await deadlinesOf(tx, id);
    const attachments = await filesOf(tx, id);
    const ids = [...new Set(idsIn([facts, incident, attachments, entries]))];
    return {
      format: RECORD_FORMAT,
      id,
      number: String(incident['number']),
      chapter: chapterOf(facts),
      archivedAt: new Date(now).toISOString(),
      timeZone: this.config.timeZone,
      categoryName: this.categoryName(incident['category']),
      incident,
      closing: Object.fromEntries(CLOSING.map((name) => [name, facts[name] ?? null])),
      ...sectionsOf(facts, entries),
      deadlines: deadlines
        .filter(({ dueAt }) => dueAt !== null)
        .map((deadline) => recordedDeadline(presentDeadline(deadline, this.policies, now))),
      mentions: await mentionsOf(tx, id),
      attachments,
      facts,
      timeline: entries.map(recordedEntry),
      timelineHead: entries.at(-1)?.hash ?? '',
      people: Object.fromEntries(await this.directory.names(tx, ids)),
      units: Object.fromEntries(await this.directory.unitNames(tx, ids)),
    };
  }
}

function sectionsOf(facts: Facts, entries: readonly TimelineEntry[]) {
  const told = (types: readonly string[]) =>
    entries.filter(({ type }) => types.includes(type)).map(recordedEntry);
  return {
    judgements: told(JUDGEMENTS),
    consultation: told(CONSULTATIONS),
    evidence: rowsOf(facts, 'evidence'),
    plan: rowsOf(facts, 'actions'),
    publications: rowsOf(facts, 'publications'),
    upwardReports: told(UPWARD),
  };
}

const chapterOf = ({ chapter }: Facts): number => (typeof chapter === 'number' ? chapter : 1);

function rowsOf(facts: Facts, name: string): FactItem[] {
  const value = facts[name];
  return Array.isArray(value)
    ? value.filter((row): row is FactItem => typeof row === 'object')
    : [];
}
