import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { PICTURE_WIDTH } from '../blocks.js';
import { drawSvg } from '../drawing/draw-svg.js';
import { openFaces } from '../font/faces.js';
import { legibleIn } from '../font/legible.js';
import { columnsOf, hasWholeRows, staysTogether } from '../table-columns.js';
import type { Paper, PaperBlock } from './paper.js';
import { TEMPLATE } from './template.js';

let opened: NodeCompiler | null = null;

function open(): NodeCompiler {
  opened ??= NodeCompiler.create({
    workspace: fileURLToPath(new URL('.', import.meta.url)),
    fontArgs: [{ fontBlobs: [...openFaces().files] }],
  });
  return opened;
}

/** Sets a paper as PDF/A-2a: fonts inside, tagged, the same bytes for the same paper. Takes up to a second. */
export function compilePdf(paper: Paper): Buffer {
  const typst = open();
  const { glyphOf } = openFaces().regular;
  const shown = JSON.parse(legibleIn(paper, (codePoint) => glyphOf(codePoint) !== 0)) as Paper;
  const compiled = typst.compile({
    mainFileContent: TEMPLATE,
    inputs: { paper: JSON.stringify({ ...shown, blocks: shown.blocks.map(readyToSet) }) },
    resetRead: true,
  });
  const document = compiled.result;
  if (document === null || compiled.hasError()) {
    const problems: unknown = compiled.takeError()?.shortDiagnostics;
    throw new Error(`the paper could not be set: ${JSON.stringify(problems)}`);
  }
  const pdf = typst.pdf(document, {
    pdfStandard: 'a-2a',
    creationTimestamp: Math.floor(paper.madeAt / 1000),
  });
  // What one paper needed, the next will not: only fonts are kept.
  typst.evictCache(0);
  return pdf;
}

/** A picture is drawn, and the columns of a table are measured. */
function readyToSet(block: PaperBlock): object {
  switch (block.is) {
    case 'picture': {
      const size = { width: PICTURE_WIDTH, height: block.height };
      const { is, caption, alt } = block;
      return { is, caption, alt, svg: drawSvg(block.option, size) };
    }
    case 'table':
      return {
        ...block,
        columns: columnsOf(block),
        together: staysTogether(block),
        whole: hasWholeRows(block),
      };
    case 'contents':
    case 'entry':
    case 'fact':
    case 'heading1':
    case 'heading2':
    case 'mark':
    case 'note':
    case 'quote':
    case 'text':
      return block;
  }
}
