import { ApiProperty } from '@nestjs/swagger';
import { CHECKS } from '../core/index.js';
import type { Check } from '../core/index.js';
import { PersonRef, ReleaseRowView } from '../list/release.dto.js';

/** A condition that is still unmet whatever the form says. */
export class ReleaseNeedView {
  code: string;
  message: string;
}

/** A command that the reader may give now. */
export class ReleaseAllowedView {
  command: string;
  label: string;
  needs: ReleaseNeedView[];
}

/** One text as it was written. */
export class ReleaseVersionView {
  version: number;
  title: string;
  body: string;

  /** SHA-256 of `{ body, title }` in canonical JSON (RFC 8785); the timeline holds it. */
  sha256: string;

  /** How many pieces of each kind the redactor took out of it. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'integer' } })
  redacted: Readonly<Record<string, number>>;

  writtenBy: PersonRef;

  @ApiProperty({ format: 'date-time' })
  writtenAt: string;
}

export class ReviewView {
  version: number;

  /** `unit`: the first review; `publicity`: the second. */
  seat: string;

  /** `approved` or `returned`. */
  outcome: string;
  by: PersonRef;
  note: string | null;

  @ApiProperty({ format: 'date-time' })
  at: string;
}

export class SeenView {
  version: number;
  by: PersonRef;

  @ApiProperty({ format: 'date-time' })
  at: string;
}

export class TickView {
  @ApiProperty({ enum: CHECKS, enumName: 'ReleaseCheck' })
  check: Check;

  @ApiProperty({ format: 'date-time' })
  at: string;
}

export class ReleaseChannelView {
  id: string;
  name: string;
  kind: string;
  active: boolean;
}

export class ReleaseLinkView {
  channelId: string;
  channel: string;
  url: string;
}

export class PublicationView {
  /** `published`, `corrected` or `withdrawn`. */
  kind: string;
  version: number;
  links: ReleaseLinkView[];
  reason: string | null;
  captureId: string | null;
  captureText: string | null;
  captureSha256: string | null;
  by: PersonRef;

  @ApiProperty({ format: 'date-time' })
  at: string;
}

export class ShownEvidenceFile {
  name: string;
  sha256: string;
}

export class ShownEvidence {
  text: string;
  url: string | null;
  file: ShownEvidenceFile | null;
}

/** Something that happened to the release. */
export class ReleaseEventView {
  seq: number;
  type: string;

  /** Null: the program itself. */
  by: PersonRef | null;

  @ApiProperty({ format: 'date-time' })
  at: string;

  /** The reason or note that somebody gave. */
  said: string | null;

  /** The version of the text that it is about. */
  version: number | null;
  hash: string;
}

/** What the text answers, as the reviewers judge it. */
export class ReleaseClaimView {
  claim: string;
  verdict: string;
  evidence: ShownEvidence[];
}

/** The whole page of a release in one answer. */
export class ReleasePageView extends ReleaseRowView {
  /** Oldest first; the last is the newest text. */
  versions: ReleaseVersionView[];
  allowed: ReleaseAllowedView[];
  channels: ReleaseChannelView[];
  claim: ReleaseClaimView | null;
  reviews: ReviewView[];
  seen: SeenView[];

  /** Everything that happened, oldest first. */
  history: ReleaseEventView[];

  /** What the reader has ticked on the newest text. */
  ticks: TickView[];
  publications: PublicationView[];

  /** Whose name it carries. */
  issuedBy: string;

  /** The reader wrote some of it, and so does not review it. */
  wrote: boolean;

  /** Why a correction is under way. */
  correctionReason: string | null;
  withdrawalAskedBy: PersonRef | null;

  /** SHA-256 of the record as it was filed. */
  recordSha256: string | null;

  @ApiProperty({ format: 'date-time' })
  serverTime: string;
}
