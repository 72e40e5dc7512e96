import { randomUUID } from 'node:crypto';
import type { Owner } from './database.js';

/** A clarification as the table keeps it; whatever is not said is filled in. */
export interface StoredClarification {
  readonly id: string;
  readonly title: string;
  readonly claim: string;
  readonly verdict: string;
  readonly answer: string;
  readonly evidence: readonly {
    readonly text: string;
    readonly url: string | null;
    readonly file: { readonly name: string; readonly sha256: string } | null;
  }[];
  readonly links: readonly { readonly channel: string; readonly url: string }[];
  readonly issuedBy: string;
  readonly publishedAt: string;
  readonly updatedAt: string;
  readonly corrections: readonly {
    readonly at: string;
    readonly reason: string;
    readonly answerBefore: string;
  }[];
  readonly withdrawn: { readonly at: string; readonly reason: string } | null;
  readonly isPublic: boolean;
  readonly origin: string;
  readonly releaseId: string | null;
  readonly incidentId: string | null;
  readonly matchedCount: number;
}

export const aClarification = (rest: Partial<StoredClarification> = {}): StoredClarification => ({
  id: randomUUID(),
  title: '城北自来水检测合格',
  claim: '城北自来水被污染，不能喝',
  verdict: 'false',
  answer: '经县水务局取样检测，全部指标合格。\n\n可以放心饮用。',
  evidence: [{ text: '检测报告', url: 'https://www.example.org/report', file: null }],
  links: [{ channel: '清源县人民政府网站', url: 'https://www.example.org/1' }],
  issuedBy: '清源县水务局',
  publishedAt: '2026-03-02T01:00:00.000Z',
  updatedAt: '2026-03-02T01:00:00.000Z',
  corrections: [],
  withdrawn: null,
  isPublic: true,
  origin: 'release',
  releaseId: null,
  incidentId: null,
  matchedCount: 0,
  ...rest,
});

/** Puts it into the table, or in the place of what is there under its id. */
export async function store(owner: Owner, given: StoredClarification): Promise<void> {
  await owner.select(
    `INSERT INTO clarifications (id, origin, release_id, incident_id, title, claim, verdict, answer, evidence, links,
       issued_by, published_at, updated_at, corrections, withdrawn_at, withdrawn_reason, version, public, matched_count)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, 1, $17, $18)
     ON CONFLICT (id) DO UPDATE SET title = excluded.title, answer = excluded.answer, verdict = excluded.verdict,
       updated_at = excluded.updated_at, corrections = excluded.corrections, withdrawn_at = excluded.withdrawn_at,
       withdrawn_reason = excluded.withdrawn_reason, public = excluded.public, matched_count = excluded.matched_count`,
    [
      ...[given.id, given.origin, given.releaseId, given.incidentId, given.title, given.claim],
      ...[given.verdict, given.answer, JSON.stringify(given.evidence)],
      ...[JSON.stringify(given.links), given.issuedBy, given.publishedAt, given.updatedAt],
      ...[JSON.stringify(given.corrections), given.withdrawn?.at ?? null],
      ...[given.withdrawn?.reason ?? null, given.isPublic, given.matchedCount],
    ],
  );
}
