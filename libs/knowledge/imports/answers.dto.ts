import { Transform } from 'class-transformer';
import { IsBoolean } from 'class-validator';
import { IfGiven } from '#platform';

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
