const PLACEHOLDER = /\{\{\s*([A-Za-z]+)\s*\}\}/g;

/** The names between double braces, in their order. */
export const placeholdersOf = (template: string): string[] =>
  [...template.matchAll(PLACEHOLDER)].map(([, name = '']) => name);

/** Puts encoded values in place of `{{name}}`. A name that has no value stays as it is. */
export const fill = (
  template: string,
  values: Readonly<Record<string, string>>,
  encode: (value: string) => string,
): string =>
  template.replace(PLACEHOLDER, (whole, name: string) => {
    const value = values[name];
    return value === undefined ? whole : encode(value);
  });

/** Within the quotes of a JSON string. */
export const insideJson = (value: string): string => JSON.stringify(value).slice(1, -1);

/** Within a query or a form. */
export const insideUrl = (value: string): string => encodeURIComponent(value);
