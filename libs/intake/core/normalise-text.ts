/**
 * One spelling of one text: composed characters (NFC), line feeds, no space around it. What is not text at
 * all (NUL, lone surrogates) is refused at the door, not repaired here.
 */
export function normaliseText(text: string): string {
  return text.normalize('NFC').replace(/\r\n?/g, '\n').trim();
}
