import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsObject } from 'class-validator';
import { IfGiven, Text, WordsView } from '#platform';
import { LIMITS } from '../core/index.js';
import { AddedView, SourceRef } from '../mentions/mention.dto.js';
import { MappingView } from '../sources/source.dto.js';
import type { ImportState } from './import.repository.js';

/** The fields of the form, beside the file. */
export class ImportForm {
  /** The name of the source that the file is from; a new one is made. */
  @Text({ max: LIMITS.outlet })
  source: string;

  /** Reads and counts, and stores nothing. */
  @IfGiven()
  @Transform(({ value }: { value: unknown }) =>
    value === 'true' ? true : value === 'false' ? false : value,
  )
  @IsBoolean()
  dryRun?: boolean;

  /** Which column is what, as JSON: `{"text":"标题","seenAt":"时间"}`. The others are remembered or recognised. */
  @IfGiven()
  @Transform(({ value }: { value: unknown }) => parsed(value))
  @ApiProperty({ type: String, pattern: '^\\{.*\\}$' })
  @IsObject()
  mapping?: Record<string, unknown>;
}

function parsed(value: unknown): unknown {
  try {
    return typeof value === 'string' ? (JSON.parse(value) as unknown) : value;
  } catch {
    return value;
  }
}

export class ImportRef {
  id: string;
}

export class RejectedRowView {
  /** The line of the text or the row of the sheet, from 1. */
  line: number;
  /** Everything that is wrong with it. */
  reasons: WordsView[];
}

export class ImportItem {
  id: string;
  source: SourceRef;
  fileName: string;
  bytes: number;
  dryRun: boolean;
  state: ImportState;
  /** 0 to 1. */
  progress: number;
  /** Rows so far that are not blank, without the header. */
  rows: number;
  mentions: number;
  /** Good rows that are a mention seen once more. */
  folded: number;
  topics: number;
  rejected: number;
  /** What was not there before. */
  added: AddedView;
  format: string | null;
  encoding: string | null;
  /** The columns it was read with. */
  mapping: MappingView;
  notes: WordsView[];
  /** Why nothing of it could be read. */
  failure: WordsView | null;
  createdAt: string;
  finishedAt: string | null;
}

export class ImportView extends ImportItem {
  /** The first of the rejected rows; all that were kept are in `rejected.csv`. */
  rejectedRows: RejectedRowView[];
}

export class ImportList {
  items: ImportItem[];
  nextCursor: string | null;
}

/** The fields of the form of a look into a file, beside the file. */
export class PreviewForm {
  /** The name of the source that the file is from: how its last file was read is remembered. */
  @IfGiven()
  @Text({ max: LIMITS.outlet })
  source?: string;
}

export class FileRowView {
  line: number;
  /** In the order of the columns, redacted and cut. */
  cells: string[];
  /** Why it cannot be read at all. */
  problem: WordsView | null;
}

export class FilePreviewView {
  format: string;
  encoding: string;
  notes: WordsView[];
  columns: string[];
  /** Which column is what, as it is remembered or recognised. */
  mapping: MappingView;
  /** What has to be said before it can be read. */
  problems: WordsView[];
  rows: FileRowView[];
}
