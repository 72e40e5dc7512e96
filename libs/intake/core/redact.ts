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

export const REDACT_ALL: RedactionRules = { off: new Set(), allow: new Set() };

/** A character that no detector takes for a digit, a letter or a name: a hole where something was. */
const HOLE = '\uFFFC';

function blank(text: string, spans: readonly Span[]): string {
  if (spans.length === 0) return text;
  let end = 0;
  const parts = spans.map((span) => {
    const part = text.slice(end, span.start) + HOLE.repeat(span.end - span.start);
    end = span.end;
    return part;
  });
  return parts.join('') + text.slice(end);
}

function isAllowed(what: string, kind: Kind, rules: RedactionRules): boolean {
  if (rules.allow.size === 0) return false;
  const plain = compact(what);
  if (rules.allow.has(plain)) return true;
  return (
    kind === 'mention' && [...rules.allow].some((name) => name[0] === '@' && plain.startsWith(name))
  );
}

/** Everything that one look finds: detectors in their order of trust, each blind to what is already taken. */
function findingsIn(folded: string, rules: RedactionRules): Finding[] {
  let whole = folded;
  let prose = blank(folded, urlsIn(folded));
  const findings: Finding[] = [];
  for (const { kind, inUrls, find } of DETECTORS) {
    if (rules.off.has(kind)) continue;
    const found = [...find(inUrls ? whole : prose)];
    // What is allowed to stay is taken as well: no other detector may find a piece of it.
    whole = blank(whole, found);
    prose = blank(prose, found);
    for (const { start, end } of found)
      if (!isAllowed(folded.slice(start, end), kind, rules)) findings.push({ kind, start, end });
  }
  return findings.sort((a, b) => a.start - b.start);
}

function replace(text: string, findings: readonly Finding[]): string {
  let end = 0;
  const parts = findings.map((finding) => {
    const part = text.slice(end, finding.start) + PLACEHOLDER[finding.kind];
    end = finding.end;
    return part;
  });
  return parts.join('') + text.slice(end);
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
    rest = replace(rest, findings);
  }
}
