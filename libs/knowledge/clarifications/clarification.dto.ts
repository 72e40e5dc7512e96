import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsObject,
  IsUUID,
  IsUrl,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { IfGiven, Instant, PageQuery, Text } from '#platform';
import { FINDINGS } from './clarification.js';
import type { Finding, Origin } from './clarification.js';

const WEB = { protocols: ['http', 'https'], require_protocol: true, require_tld: false };

export class ClarificationQuery extends PageQuery {
  /**
   * Words and phrases in quotes that all occur in title, claim or answer, `-word` one that does not; where nothing does,
   * claims that are like it.
   */
  @IfGiven()
  @Text({ max: 500 })
  q?: string;

  @IfGiven()
  @IsIn(FINDINGS)
  verdict?: Finding;
}

export class EvidenceBody {
  /** What was found, and by whom or in which document. */
  @Text({ max: 2000 })
  text: string;

  @IfGiven()
  @IsUrl(WEB)
  @MaxLength(2000)
  url?: string;
}

export class PublishedLinkBody {
  /** The outlet; the host of the address, when left out. */
  @IfGiven()
  @Text({ max: 100 })
  channel?: string;

  @IsUrl(WEB)
  @MaxLength(2000)
  url: string;
}

export class EnterClarificationBody {
  /** The claim itself, when left out. */
  @IfGiven()
  @Text({ max: 200 })
  title?: string;

  /** What was being said, in one sentence. */
  @Text({ max: 1000 })
  claim: string;

  /** Where it was said to be, which tells it from the same hoax about another town. */
  @IfGiven()
  @Text({ max: 200 })
  place?: string;

  @IsIn(FINDINGS)
  verdict: Finding;

  /** What is true. */
  @Text({ max: 5000 })
  answer: string;

  /** What the answer rests on. Without evidence it is an opinion. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => EvidenceBody)
  evidence: EvidenceBody[];

  /** The body that answered; ours, when left out. */
  @IfGiven()
  @Text({ max: 200 })
  issuedBy?: string;

  @Instant()
  publishedAt: string;

  /** Where it was published. */
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(20)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => PublishedLinkBody)
  links?: PublishedLinkBody[];
}

export class FileView {
  name: string;
  sha256: string;
}

export class ClarificationEvidenceView {
  text: string;

  @ApiProperty({ type: String, nullable: true })
  url: string | null;

  file: FileView | null;
}

export class LinkView {
  channel: string;
  url: string;
}

export class CorrectionView {
  @ApiProperty({ format: 'date-time' })
  at: string;

  reason: string;
  answerBefore: string;
}

export class WithdrawalView {
  @ApiProperty({ format: 'date-time' })
  at: string;

  reason: string;
}

export class ClarificationView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ enum: ['release', 'entered', 'imported'] })
  origin: Origin;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  releaseId: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  incidentId: string | null;

  title: string;
  claim: string;

  @ApiProperty({ enum: FINDINGS })
  verdict: Finding;

  answer: string;
  evidence: ClarificationEvidenceView[];
  links: LinkView[];
  issuedBy: string;

  @ApiProperty({ format: 'date-time' })
  publishedAt: string;

  @ApiProperty({ format: 'date-time' })
  updatedAt: string;

  /** What was answered before, and why it was changed; the newest last. */
  corrections: CorrectionView[];

  withdrawn: WithdrawalView | null;
  version: number;

  /** Shown on the public pages. */
  public: boolean;

  /** How often people found the claim to have come back. */
  matchedCount: number;
}

export class ClarificationList {
  items: ClarificationView[];

  /** Nothing holds these words; these claims are like them, the most alike first. */
  similar: boolean;

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}

export class MatchedBody {
  /** The incident whose claim is this one. */
  @IsUUID()
  incidentId: string;
}
