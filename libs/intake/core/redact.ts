import { DETECTORS } from './detectors/index.js';
import type { Finding, Span } from './finding.js';
import { compact, fold } from './fold.js';
import type { Kind } from './kinds.js';
import { KINDS, PLACEHOLDER } from './kinds.js';
import { urlsIn } from './urls.js';

export interface RedactionRules {
  /** Kinds that a workspace has switched off, with a written reason in its configuration. */
  readonly off: ReadonlySet<Kind>;
  /** Public numbers, addresses and official accounts that stay, in compact form. */
  readonly allow: ReadonlySet<string>;
}

export interface Redacted {
  readonly text: string;
  /** How many pieces of each kind were removed. What they were is not kept anywhere. */
  readonly removed: Readonly<Record<Kind, number>>;
}

const REDACT_ALL: RedactionRules = { off: new Set(), allow: new Set() };

/** A character that no detector takes for a digit, a letter or a name: a hole where something was. */
const HOLE = '\uFFFC';

/** The text with each span put into other words, made in one pass. */
function rewrite<S extends Span>(text: string, spans: readonly S[], word: (span: S) => string) {
  let end = 0;
  let rewritten = '';
  for (const span of spans) {
    rewritten += text.slice(end, span.start) + word(span);
    end = span.end;
  }
  return rewritten + text.slice(end);
}

const blank = (text: string, spans: readonly Span[]) =>
  rewrite(text, spans, ({ start, end }) => HOLE.repeat(end - start));

function isAllowed(what: string, kind: Kind, rules: RedactionRules): boolean {
  if (rules.allow.size === 0) return false;
  const plain = compact(what);
  if (rules.allow.has(plain)) return true;
  return (
    kind === 'mention' &&
    [...rules.allow].some((name) => name.startsWith('@') && plain.startsWith(name))
  );
}

/** Everything that one look finds: detectors in their order of trust, each blind to what is already taken. */
function findingsIn(folded: string, rules: RedactionRules): Finding[] {
  const urls = urlsIn(folded);
  let whole = folded;
  let prose = blank(folded, urls);
  const findings: Finding[] = [];
  for (const { kind, inUrls, find } of DETECTORS) {
    if (rules.off.has(kind)) continue;
    const found = [...find(inUrls ? whole : prose)];
    // What is allowed to stay is taken as well: no other detector may find a piece of it.
    whole = blank(whole, found);
    prose = urls.length === 0 ? whole : blank(prose, found);
    for (const { start, end } of found)
      if (!isAllowed(folded.slice(start, end), kind, rules)) findings.push({ kind, start, end });
  }
  return findings.sort((a, b) => a.start - b.start);
}

/**
 * The text without what points at a person, and how much of it there was.
 *
 * Looks again until a look finds nothing, since removing one thing can bare another that stood against it.
 * So redacting twice is redacting once. It ends: each replacement takes away at least one letter, digit or
 * `@name`, and placeholders add none. In practice the second look is the last.
 */
export function redact(text: string, rules: RedactionRules = REDACT_ALL): Redacted {
  const removed = Object.fromEntries(KINDS.map((kind) => [kind, 0])) as Record<Kind, number>;
  let rest = text;
  for (;;) {
    const findings = findingsIn(fold(rest), rules);
    if (findings.length === 0) return { text: rest, removed };
    for (const { kind } of findings) removed[kind] += 1;
    rest = rewrite(rest, findings, ({ kind }) => PLACEHOLDER[kind]);
  }
}
