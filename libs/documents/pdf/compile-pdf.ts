import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { charactersOf, legible } from './legible.js';
import type { Paper } from './paper.js';
import { TEMPLATE } from './template.js';

const FONTS = ['400Regular/NotoSerifSC_400Regular.ttf', '700Bold/NotoSerifSC_700Bold.ttf'];

interface Typesetter {
  readonly typst: NodeCompiler;
  readonly has: (codePoint: number) => boolean;
}

let opened: Typesetter | null = null;

/** Reading two fonts of 15 MB each takes half a second, so a thread does it once. */
function open(): Typesetter {
  if (opened !== null) return opened;
  const fontBlobs = FONTS.map((file) => readFileSync(fontPath(file)));
  const [regular] = fontBlobs;
  if (regular === undefined) throw new Error('there is no font');
  const workspace = fileURLToPath(new URL('.', import.meta.url));
  const typst = NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs }] });
  opened = { typst, has: charactersOf(regular) };
  return opened;
}

const fontPath = (file: string): string =>
  fileURLToPath(import.meta.resolve(`@expo-google-fonts/noto-serif-sc/${file}`));

/** Sets a paper as PDF/A-2a: fonts inside, tagged, the same bytes for the same paper. Takes up to a second. */
export function compilePdf(paper: Paper): Buffer {
  const { typst, has } = open();
  const shown = JSON.stringify(paper, (_, value: unknown) =>
    typeof value === 'string' ? legible(value, has) : value,
  );
  const compiled = typst.compile({
    mainFileContent: TEMPLATE,
    inputs: { paper: shown },
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
