import { z } from 'zod';
import type { LabelledPost } from './evaluate.js';

const post = z.object({
  group: z.union([z.string().min(1), z.number()]).transform(String),
  text: z.string().min(1),
});

export interface LabelledPosts {
  readonly posts: readonly LabelledPost[];
  /** Lines, counted from 1, that say no post, and why. */
  readonly rejected: readonly { readonly line: number; readonly reason: string }[];
}

/** Reads newline-delimited JSON: `{ group, text }`. Other fields are left alone. */
export function readLabelledPosts(lines: readonly string[]): LabelledPosts {
  const posts: LabelledPost[] = [];
  const rejected: { line: number; reason: string }[] = [];
  lines.forEach((line, index) => {
    if (line.trim() === '') return;
    const read = post.safeParse(parse(line));
    if (read.success) posts.push({ group: read.data.group, text: read.data.text });
    else rejected.push({ line: index + 1, reason: 'needs {"group": …, "text": "…"} as JSON' });
  });
  return { posts, rejected };
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
