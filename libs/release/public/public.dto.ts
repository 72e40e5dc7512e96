import { ApiProperty } from '@nestjs/swagger';
import { FINDINGS } from '#knowledge';
import type { Finding } from '#knowledge';

const NULLABLE_TEXT = { type: String, nullable: true } as const;

export class PublicFileView {
  name: string;

  /** Hex. */
  sha256: string;
}

export class PublicEvidenceView {
  text: string;

  @ApiProperty(NULLABLE_TEXT)
  url: string | null;

  @ApiProperty({ type: PublicFileView, nullable: true })
  file: PublicFileView | null;
}

export class PublicLinkView {
  channel: string;

  @ApiProperty(NULLABLE_TEXT)
  url: string | null;
}

export class PublicCorrectionView {
  @ApiProperty({ format: 'date-time' })
  at: string;

  reason: string;

  answerBefore: string;
}

export class PublicWithdrawalView {
  @ApiProperty({ format: 'date-time' })
  at: string;

  reason: string;
}

/** All that the public is told. */
export class PublicClarificationView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  url: string;

  title: string;

  claim: string;

  @ApiProperty({ enum: FINDINGS })
  verdict: Finding;

  answer: string;

  evidence: PublicEvidenceView[];

  /** Where it was published. */
  links: PublicLinkView[];

  issuedBy: string;

  @ApiProperty({ format: 'date-time' })
  publishedAt: string;

  @ApiProperty({ format: 'date-time' })
  updatedAt: string;

  corrections: PublicCorrectionView[];

  @ApiProperty({ type: PublicWithdrawalView, nullable: true })
  withdrawn: PublicWithdrawalView | null;
}

export class PublicClarificationPage {
  items: PublicClarificationView[];

  /** Null on the last page. */
  @ApiProperty(NULLABLE_TEXT)
  nextCursor: string | null;
}
