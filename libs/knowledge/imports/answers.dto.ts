import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsUrl, MaxLength } from 'class-validator';
import { IfGiven, Text } from '#platform';
import { FINDINGS } from '../clarifications/clarification.js';
import type { Finding } from '../clarifications/clarification.js';

/** The field of the form, beside the file. */
export class AnswersForm {
  /** Reads and counts, and stores nothing. */
  @IfGiven()
  @Transform(({ value }: { value: unknown }) =>
    value === 'true' ? true : value === 'false' ? false : value,
  )
  @IsBoolean()
  dryRun?: boolean;
}

/** The feed of a service that answers rumours. */
export class AnswersFeedBody {
  /** RSS, Atom or JSON Feed. */
  @IsUrl({ protocols: ['http', 'https'], require_protocol: true, require_tld: false })
  @MaxLength(2000)
  url: string;

  /** What its entries find of the claims in their titles: no feed says so itself. */
  @IsIn(FINDINGS)
  verdict: Finding;

  /** Whose answers they are; the site of each entry when left out. */
  @IfGiven()
  @Text({ max: 200 })
  issuedBy?: string;

  /** Reads and counts, and stores nothing. */
  @IfGiven()
  @IsBoolean()
  dryRun?: boolean;
}

export class ReasonView {
  zh: string;
  en: string;
}

export class RejectedAnswerView {
  /** The line of the text or the row of the sheet, from 1. */
  line: number;
  /** Everything that is wrong with it. */
  reasons: ReasonView[];
}

export class AnswersView {
  dryRun: boolean;
  /** Rows that are not blank, without the header. */
  rows: number;
  added: number;
  /** Known, and now answered otherwise; the former answer is kept beside it. */
  changed: number;
  same: number;
  rejected: number;
  /** The first hundred of them. */
  rejectedRows: RejectedAnswerView[];
}
