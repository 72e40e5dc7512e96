import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openFont } from './sfnt.js';
import type { Font } from './sfnt.js';

/** The open face that stands in PDFs and pictures. */
export const FAMILY = 'Noto Serif SC';

const FILES = ['400Regular/NotoSerifSC_400Regular.ttf', '700Bold/NotoSerifSC_700Bold.ttf'] as const;

export interface Faces {
  /** The files as they are. */
  readonly files: readonly Buffer[];
  readonly regular: Font;
}

let opened: Faces | null = null;

/** Reading two fonts of 15 MB each takes half a second, so a thread does it once. */
export function openFaces(): Faces {
  if (opened !== null) return opened;
  const [regular, bold] = FILES.map((file) => readFileSync(pathOf(file)));
  if (regular === undefined || bold === undefined) throw new Error('there is no font');
  opened = { files: [regular, bold], regular: openFont(regular) };
  return opened;
}

const pathOf = (file: string): string =>
  fileURLToPath(import.meta.resolve(`@expo-google-fonts/noto-serif-sc/${file}`));
