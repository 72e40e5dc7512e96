import { readFileSync } from 'node:fs';
import { KINDS } from '../core/kinds.js';
import type { Kind } from '../core/kinds.js';

export interface LabelledPost {
  /** As it was posted. */
  readonly text: string;
  /** What points at a person, in order. */
  readonly entities: readonly { readonly kind: Kind; readonly text: string }[];
}

const LABEL = /\[\[(?<kind>[a-z-]+)\|(?<text>[^\]]+)\]\]/g;

const isKind = (name: string | undefined): name is Kind => KINDS.some((kind) => kind === name);

function postOf(line: string): LabelledPost {
  const entities = [...line.matchAll(LABEL)].map(({ groups }) => {
    if (!isKind(groups?.['kind'])) throw new Error(`no kind in “${line}”`);
    return { kind: groups['kind'], text: groups['text'] ?? '' };
  });
  return { text: line.replaceAll(LABEL, '$<text>'), entities };
}

/** The project's own labelled set. */
export const labelledPosts = (): LabelledPost[] =>
  readFileSync(new URL('labelled-posts.txt', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('# '))
    .map(postOf);
