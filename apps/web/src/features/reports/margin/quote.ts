const LONGEST = 120;

/** What is selected inside of something: the words that a comment is about. Null when nothing is. */
export function quoteIn(element: HTMLElement | null): string | null {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || element === null) return null;
  if (!element.contains(selection.anchorNode) || !element.contains(selection.focusNode))
    return null;
  const text = selection.toString().replace(/\s+/g, ' ').trim();
  return text === '' ? null : text.slice(0, LONGEST);
}
