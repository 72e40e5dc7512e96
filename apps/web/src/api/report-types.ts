import type { IncidentState, Page, Person, Severity, Verdict, Words } from './types';

export const REPORT_TYPES = [
  ...(['quarterly', 'monthly', 'weekly', 'half-year', 'annual', 'special', 'scorecard'] as const),
] as const;
export type ReportType = (typeof REPORT_TYPES)[number];
export const REPORT_STATES = [
  ...(['draft', 'submitted', 'approved', 'issued', 'replaced', 'discarded'] as const),
] as const;
export type ReportState = (typeof REPORT_STATES)[number];
export type ReportLanguage = 'zh' | 'en';

/** What a number is a number of; a share lies between 0 and 1. */
export type FigureUnit = 'incidents' | 'times' | 'share' | 'minutes';

/** One number, with what it counts and where that is listed. */
export interface Figure {
  readonly value: number | null;
  readonly unit: FigureUnit;
  /** Of the period before (环比); null where there is no base. */
  readonly previous: number | null;
  /** Of a year before (同比). */
  readonly yearBefore: number | null;
  readonly words: Words;
  readonly counts: Words;
  readonly records: string;
}

/** A number in a text: with the figure that it is, or marked because none supports it. */
export type Piece =
  | string
  | { readonly figure: string; readonly text: string }
  | { readonly unsupported: true; readonly text: string };

export type Paragraph = readonly Piece[];

export interface ReportTable {
  readonly key: string;
  readonly caption: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly Piece[])[];
}

/** `option` is what ECharts draws; the same object draws the picture in the documents. */
export interface ReportChart {
  readonly key: string;
  readonly title: string;
  readonly alt: string;
  /** In pixels. */
  readonly height: number;
  readonly option: Readonly<Record<string, unknown>>;
}

export interface ReportSection {
  readonly key: string;
  /** 一, or 附. */
  readonly number: string;
  readonly title: string;
  readonly text: string;
  readonly edited: boolean;
  readonly paragraphs: readonly Paragraph[];
  readonly tables: readonly ReportTable[];
  readonly charts: readonly ReportChart[];
}

export const REPORT_COMMANDS = [
  ...(['submit', 'approve', 'issue', 'return', 'correct', 'redraft', 'discard'] as const),
] as const;
export type ReportCommand = (typeof REPORT_COMMANDS)[number];

export interface ReportRow {
  readonly id: string;
  readonly type: ReportType;
  readonly title: string;
  readonly from: string;
  readonly to: string;
  readonly periodName: string;
  readonly asOf: string;
  readonly edition: number;
  readonly state: ReportState;
  readonly language: ReportLanguage;
  readonly draftedAt: string;
  readonly draftedBy: Person | null;
  readonly issuedAt: string | null;
  /** When I first opened it, once it was issued. */
  readonly readAt: string | null;
}

export interface AllowedCommand {
  readonly command: string;
  /** What is still missing whatever is typed; empty when nothing is. */
  readonly needs: readonly { readonly code: string; readonly message: string }[];
}

export interface Report extends Omit<ReportRow, 'readAt'> {
  readonly subtitle: string;
  /** Counted before its period was over. */
  readonly isProvisional: boolean;
  readonly version: number;
  readonly hash: string | null;
  readonly approvedBy: Person | null;
  readonly figures: Readonly<Record<string, Figure>>;
  readonly sections: readonly ReportSection[];
  /** Numbers in edited text that no figure supports. */
  readonly unsupported: number;
  readonly allowed: readonly AllowedCommand[];
  readonly correction: { readonly reason: string; readonly changed: readonly string[] } | null;
  readonly previousEditionId: string | null;
  readonly nextEditionId: string | null;
  /** Of those whom it was sent to. */
  readonly reads: { readonly read: number; readonly of: number };
}

export interface NewReport {
  readonly type: ReportType;
  readonly period?: string;
  readonly from?: string;
  readonly to?: string;
  readonly language?: ReportLanguage;
  readonly incidentId?: string;
  readonly unitId?: string;
}

export interface ReportComment {
  readonly id: string;
  readonly sectionKey: string;
  readonly quote: string | null;
  readonly text: string;
  readonly by: Person;
  readonly at: string;
  readonly resolvedAt: string | null;
  readonly resolvedBy: Person | null;
}

export interface NewComment {
  readonly sectionKey: string;
  readonly quote?: string;
  readonly text: string;
}

export interface ReportRead {
  readonly user: Person;
  readonly unit: string | null;
  readonly readAt: string | null;
}

/** Something that a figure counted. */
export type FigureRecord = IncidentRecord | ShiftRecord;

export interface IncidentRecord {
  readonly is: 'incident';
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly state: IncidentState;
  readonly severity: Severity;
  readonly verdict: Verdict;
  readonly detectedAt: string;
}

export interface ShiftRecord {
  readonly is: 'shift';
  readonly id: string;
  /** The name of its schedule. */
  readonly number: string;
  /** Whose it was, and when it began. */
  readonly title: string;
}

/** A leader's note (批示) on a report. */
export interface NewInstruction {
  readonly sectionKey?: string;
  readonly incidentId?: string;
  readonly text: string;
  readonly unitId: string;
  readonly dueAt: string;
}

interface OfId {
  readonly id: string;
}

export interface ReportRoutes {
  'GET /reports': {
    query: {
      readonly type?: string;
      readonly state?: string;
      readonly limit?: number;
      readonly cursor?: string;
    };
    result: Page<ReportRow>;
  };
  'POST /reports': { body: NewReport; result: { readonly id: string } };
  'GET /reports/:id': { params: OfId; result: Report };
  'PATCH /reports/:id/sections/:key': {
    params: OfId & { readonly key: string };
    body: { readonly text: string | null; readonly expectedVersion: number };
    result: Report;
  };
  'POST /reports/:id/commands/:command': {
    params: OfId & { readonly command: ReportCommand };
    body: {
      readonly expectedVersion: number;
      readonly reason?: string;
      readonly numbersChecked?: boolean;
    };
    result: Report;
  };
  'GET /reports/:id/reads': { params: OfId; result: { readonly items: readonly ReportRead[] } };
  'POST /reports/:id/read': { params: OfId; result: unknown };
  'GET /reports/:id/comments': {
    params: OfId;
    result: { readonly items: readonly ReportComment[] };
  };
  'POST /reports/:id/comments': { params: OfId; body: NewComment; result: ReportComment };
  'POST /reports/:id/comments/:commentId/:act': {
    params: OfId & { readonly commentId: string; readonly act: 'resolve' | 'reopen' };
    result: ReportComment;
  };
  'POST /reports/:id/instructions': { params: OfId; body: NewInstruction; result: OfId };
  'GET /figures/:key/records': {
    params: { readonly key: string };
    query: Readonly<Record<string, string | number | undefined>>;
    result: Page<FigureRecord>;
  };
}
