import { Injectable } from '@nestjs/common';
import { Press } from '#documents';
import { paperOf, wordDocumentOf } from './blocks.js';
import type { BriefDocument } from './brief-document.js';
import { figuresCsv } from './figures-csv.js';
import { workbookOf } from './workbook.js';

/** A brief as a file. */
@Injectable()
export class Papers {
  constructor(private readonly press: Press) {}

  /** For a secretary to go on with: real headings, contents, captions and tables. */
  docx(brief: BriefDocument): Promise<Buffer> {
    return this.press.word(wordDocumentOf(brief));
  }

  /** PDF/A-2a with its fonts inside; the same brief is the same bytes. */
  pdf(brief: BriefDocument): Promise<Buffer> {
    return this.press.pdf(paperOf(brief));
  }

  /** All figures. UTF-8 with a byte-order mark. */
  csv(brief: BriefDocument): Buffer {
    return Buffer.from(figuresCsv(brief), 'utf8');
  }

  /** A sheet for each table, and one of all figures. */
  xlsx(brief: BriefDocument): Promise<Buffer> {
    return workbookOf(brief);
  }
}
