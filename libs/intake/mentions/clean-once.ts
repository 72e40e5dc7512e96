/** How many texts are remembered: those of a list that is looked at every hour, several times over. */
const MOST = 5_000;

/**
 * The same redaction, but a text that passed it unchanged is not looked through again: lists and feeds bring the
 * same wordings and addresses over and over. Texts from which something was taken are, so that it is counted.
 */
export function cleanOnce(clean: (text: string) => string): (text: string) => string {
  let passed = new Set<string>();
  return (text) => {
    if (passed.has(text)) return text;
    const cleaned = clean(text);
    if (cleaned === text) {
      if (passed.size >= MOST) passed = new Set();
      passed.add(text);
    }
    return cleaned;
  };
}
