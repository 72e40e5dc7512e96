import { ApiProperty } from '@nestjs/swagger';
import type { PersonRef } from '../list/incident-row.dto.js';

export class PastAction {
  title: string;
  status: string;
}

/** An incident with a like claim: what was done about it, and how it ended. */
export class SimilarIncidentView {
  id: string;
  number: string;
  title: string;
  claim: string;
  place: string | null;
  state: string;
  severity: string;
  verdict: string;
  detectedAt: string;
  closedAt: string | null;
  /** 0 to 1 */
  score: number;
  /** Passages that both claims have. */
  shared: string[];
  /** `place`, `number`, `time`: the same wording about something else. */
  differsIn: string[];
  actions: PastAction[];
  /** Publications that are out. */
  published: number;
  summary: string | null;
  lessons: string | null;
}

export class ReasonWords {
  zh: string;
  en: string;
}

/** Who usually answers for it, and why that is suggested. */
export class ResponsibleUnitView {
  unitId: string;
  name: string;
  why: ReasonWords;
}

/** What helps whoever judges. */
export class JudgementAidsView {
  similar: SimilarIncidentView[];
  responsible: ResponsibleUnitView | null;
}

export class JudgementView {
  /** The version of the incident that the judgement made. */
  version: number;
  judgedBy: PersonRef | null;
  judgedAt: string;
  /** `proposed` waits for a leader; one that another has taken the place of is `superseded`. */
  @ApiProperty({ enum: ['proposed', 'in-force', 'declined', 'superseded'] })
  standing: string;
  /** Everything that was seen; precedents that the reader may not know of are left out. */
  @ApiProperty({ type: 'object', additionalProperties: true })
  record: Record<string, unknown>;
  /** SHA-256 of the record in canonical JSON (RFC 8785). */
  sha256: string;
  /** Whether what is kept is still what the timeline says was seen. */
  intact: boolean;
}

export class JudgementList {
  /** The newest first. */
  items: JudgementView[];
}
