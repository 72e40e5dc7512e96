/** What a definition sent for checking may measure. The incident's, with 28 commands, has 2,000 values. */
const MAX_CHARACTERS = 256 * 1024;
const MAX_VALUES = 8_000;
const MAX_DEPTH = 64;

/**
 * Why a document is too large to be checked; null when it is not. Walks without recursion, since a body of a few
 * kilobytes can nest deeper than the stack reaches.
 */
export function whyTooLarge(document: unknown): string | null {
  const waiting: { value: unknown; depth: number }[] = [{ value: document, depth: 1 }];
  let values = 0;
  let characters = 0;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    values += 1;
    const { value, depth } = next;
    if (typeof value === 'string') characters += value.length;
    if (values > MAX_VALUES) return `It has more than ${MAX_VALUES} values.`;
    if (characters > MAX_CHARACTERS) return `It has more than ${MAX_CHARACTERS} characters.`;
    if (typeof value !== 'object' || value === null) continue;
    if (depth > MAX_DEPTH) return `It is nested more than ${MAX_DEPTH} levels deep.`;
    for (const [name, inner] of Object.entries(value)) {
      characters += name.length;
      waiting.push({ value: inner, depth: depth + 1 });
    }
  }
  return null;
}
