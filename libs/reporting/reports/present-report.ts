import { Injectable } from '@nestjs/common';
import { EscalationPolicies } from '#escalation';
import { Directory } from '#identity';
import type { RequestActor } from '#identity';
import { Clock, notFound } from '#platform';
import type { Tx } from '#platform';
import { DeadlineBook, Definitions, actorOf, allowedCommands, readSubject } from '#workflow';
import {
  changedSections,
  figureOf,
  isOut,
  shownSections,
  shownText,
  unsupportedIn,
} from '../core/index.js';
import type { KeptFigure, ShownSection } from '../core/index.js';
import { FigureView } from '../figures/figures.dto.js';
import { recordsQuery } from '../figures/records-query.js';
import { countReads, readTimes } from '../reads/readers.repository.js';
import { isProvisional } from './provisional.js';
import { subtitleOf } from './subtitle.js';
import { sectionNumber } from './section-number.js';
import { maySeeReport, reportSight } from './report-sight.js';
import type {
  BriefAllowedView,
  BriefCorrectionView,
  BriefPageView,
  BriefPersonView,
  BriefRowView,
  BriefSectionView,
} from './report.dto.js';
import { findNextEdition, findReport } from './report.repository.js';
import type { ReportHead, ReportRow } from './report.repository.js';

type Named = (id: string | null) => BriefPersonView | null;

/** Puts together what lists and pages show of reports to one person. */
@Injectable()
export class ReportPresenter {
  constructor(
    private readonly definitions: Definitions,
    private readonly book: DeadlineBook,
    private readonly directory: Directory,
    private readonly policies: EscalationPolicies,
    private readonly clock: Clock,
  ) {}

  async list(tx: Tx, heads: readonly ReportHead[], reader: RequestActor): Promise<BriefRowView[]> {
    const named = await this.named(
      tx,
      heads.map(({ draftedBy }) => draftedBy),
    );
    const read = await readTimes(
      tx,
      heads.map(({ id }) => id),
      reader.id,
    );
    return heads.map((head) => rowView(head, named, read.get(head.id)));
  }

  /** 404 when there is no such report, or it is not for this reader to see. */
  async page(tx: Tx, id: string, reader: RequestActor): Promise<BriefPageView> {
    const row = (await maySeeReport(tx, id, reader)) ? await findReport(tx, id) : null;
    if (row === null) throw notFound('This report');
    const named = await this.named(tx, [row.draftedBy, row.submittedBy, row.approvedBy]);
    const sections = shownSections(row.content, row.edits, row.language);
    return {
      ...rowView(row, named, (await readTimes(tx, [id], reader.id)).get(id)),
      reads: await countReads(tx, id),
      subtitle: subtitleOf(row, this.policies.calendar.timeZone),
      ...{ isProvisional: isProvisional(row), version: row.version, hash: row.sha256 },
      ...{ incidentId: row.incidentId, unitId: row.unitId },
      ...{ submittedBy: named(row.submittedBy), approvedBy: named(row.approvedBy) },
      figures: figureViews(row),
      sections: sections.map((section, index) => sectionView(section, index, row)),
      unsupported: unsupportedIn(row.content, row.edits, row.language),
      allowed: await this.allowed(tx, id, reader),
      correction: await correctionOf(tx, row, sections),
      previousEditionId: row.previousId,
      nextEditionId: await nextEditionOf(tx, id, reader),
    };
  }

  private async allowed(tx: Tx, id: string, reader: RequestActor): Promise<BriefAllowedView[]> {
    const loaded = await readSubject(tx, id, this.definitions, this.book);
    if (loaded === null) return [];
    const now = this.clock.now();
    const { locale } = reader;
    return allowedCommands(loaded.definition, loaded.subject, actorOf(reader), now).map(
      ({ command, label, needs }) => ({
        command,
        label: label[locale],
        needs: needs.map(({ code, message }) => ({ code, message: message[locale] })),
      }),
    );
  }

  private async named(tx: Tx, ids: readonly (string | null)[]): Promise<Named> {
    const wanted = [...new Set(ids.filter((id) => id !== null))];
    const names = await this.directory.names(tx, wanted);
    return (id) => (id === null ? null : { id, name: names.get(id) ?? '' });
  }
}

const iso = (at: Date): string => at.toISOString();

const rowView = (head: ReportHead, named: Named, readAt: Date | undefined): BriefRowView => ({
  ...{ id: head.id, type: head.type, title: head.title, periodName: head.periodName },
  ...{ from: iso(head.from), to: iso(head.to), asOf: iso(head.asOf) },
  ...{ edition: head.edition, state: head.state, language: head.language },
  ...{ draftedAt: iso(head.draftedAt), draftedBy: named(head.draftedBy) },
  issuedAt: head.issuedAt === null ? null : iso(head.issuedAt),
  readAt: readAt === undefined ? null : iso(readAt),
});

const sectionView = (
  { key, title, isEdited, paragraphs, tables, charts }: ShownSection,
  index: number,
  { language }: ReportRow,
): BriefSectionView => ({
  ...{ key, title, number: sectionNumber(key, index, language) },
  ...{ text: shownText(paragraphs), edited: isEdited },
  paragraphs: paragraphs.map((paragraph) => [...paragraph]),
  tables: tables.map(({ caption, heads, rows }, place) => ({
    ...{ key: `${key}-${String(place + 1)}`, caption, heads: [...heads] },
    rows: rows.map((cells) => [...cells]),
  })),
  charts: charts.map((chart) => ({ ...chart })),
});

/** Figures with the addresses of what they counted. One that this version no longer knows keeps its number. */
function figureViews({
  content,
  from,
  to,
  asOf,
  unitId,
  incidentId,
}: ReportRow): Record<string, FigureView> {
  const where = recordsQuery(
    { from: from.getTime(), to: to.getTime() },
    { asOf: asOf.getTime(), of: { unitId, incidentId } },
  );
  const entries = Object.entries(content.figures).map(([key, figure]) => [
    key,
    figureView(key, figure, `/api/v1/figures/${encodeURIComponent(key)}/records?${where}`),
  ]);
  return Object.fromEntries(entries) as Record<string, FigureView>;
}

function figureView(key: string, figure: KeptFigure, records: string): FigureView {
  const definition = figureOf(key)?.definition;
  const itself = { zh: key, en: key };
  return {
    ...{ value: figure.value, unit: figure.unit },
    ...{ previous: figure.previous, yearBefore: figure.yearBefore },
    ...{ words: definition?.words ?? itself, counts: definition?.counts ?? itself, records },
  };
}

/** What an edition says that it changed in the one before. */
async function correctionOf(
  tx: Tx,
  { previousId, reason, language }: ReportRow,
  sections: readonly ShownSection[],
): Promise<BriefCorrectionView | null> {
  const before = previousId === null ? null : await findReport(tx, previousId);
  if (before === null) return null;
  const said = shownSections(before.content, before.edits, language);
  return { reason: reason ?? '', changed: changedSections(said, sections) };
}

async function nextEditionOf(tx: Tx, id: string, reader: RequestActor): Promise<string | null> {
  const next = await findNextEdition(tx, id);
  const isHidden = next !== null && !isOut(next.state) && reportSight(reader) !== null;
  return isHidden ? null : (next?.id ?? null);
}
