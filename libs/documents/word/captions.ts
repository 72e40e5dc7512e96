import { Paragraph, SequentialIdentifier, TextRun } from 'docx';
import { CALLED } from '../blocks.js';
import type { Language } from '../blocks.js';
import { STYLE } from './styles.js';

const IDEOGRAPHIC_SPACE = '\u3000';

/** Numbered by Word itself: one that is put in between moves the others on. A table's stands above it. */
export const caption = (of: keyof typeof CALLED, text: string, language: Language): Paragraph =>
  new Paragraph({
    ...{ style: STYLE.caption, keepNext: of === 'table' },
    children: [
      new TextRun(language === 'zh' ? CALLED[of].zh : `${CALLED[of].en} `),
      new SequentialIdentifier(CALLED[of].en),
      new TextRun(language === 'zh' ? `${IDEOGRAPHIC_SPACE}${text}` : `. ${text}`),
    ],
  });
