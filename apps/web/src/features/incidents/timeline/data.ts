/** What an entry of the timeline carries. It is history: its shape is looked at, not trusted. */
export type Data = Readonly<Record<string, unknown>>;

const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null;

export function factsIn(data: Data, name: string): Data {
  const value = data[name];
  return isData(value) ? value : {};
}

/** Null when it is no text, or an empty one. */
export function textIn(data: Data, name: string): string | null {
  const value = data[name];
  return typeof value === 'string' && value !== '' ? value : null;
}

export function rowsIn(data: Data, name: string): readonly Data[] {
  const value: unknown = data[name];
  return Array.isArray(value) ? value.filter(isData) : [];
}

export function idsIn(data: Data, name: string): readonly string[] {
  const value: unknown = data[name];
  return Array.isArray(value) ? value.filter((id) => typeof id === 'string') : [];
}

/** Epoch milliseconds; instants are numbers in facts, and ISO texts elsewhere. */
export function instantIn(data: Data, name: string): number | null {
  const value = data[name];
  const at = typeof value === 'string' ? Date.parse(value) : value;
  return typeof at === 'number' && Number.isFinite(at) ? at : null;
}
