const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Bidi_Control}]|(?!\n)\p{Cc}/gu;

/**
 * A text as this font can print it: what is not to be seen is left out, and a character that the font lacks is named by
 * its number (`[U+1F600]`), so that nothing disappears without a trace.
 */
const legible = (text: string, has: (codePoint: number) => boolean): string =>
  [...text.replaceAll('\t', ' ').replaceAll(INVISIBLE, '')]
    .map((character) => {
      const codePoint = character.codePointAt(0) ?? 0;
      if (character === '\n' || has(codePoint)) return character;
      return `[U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}]`;
    })
    .join('');

/** A value as JSON, with every text in it made legible. */
export const legibleIn = (value: object, has: (codePoint: number) => boolean): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'string' ? legible(inner, has) : inner,
  );
