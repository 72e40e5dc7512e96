import { officialDocument } from '../official-document.js';
import type { OfficialDocument } from '../official-document.js';
import { compilePdf } from '../pdf/compile-pdf.js';
import type { Paper } from '../pdf/paper.js';

/** What is to be made. */
export type Work =
  | { readonly as: 'pdf'; readonly paper: Paper }
  | { readonly as: 'word'; readonly document: OfficialDocument };

export async function make(work: Work): Promise<Buffer> {
  switch (work.as) {
    case 'pdf':
      return compilePdf(work.paper);
    case 'word':
      return officialDocument(work.document);
  }
}
