/** An ECharts option as it came over the wire: nothing in it is taken for granted. */
export type ChartOption = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is ChartOption =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** ECharts takes one of something or a list of it. */
export function partsOf(option: ChartOption, name: string): readonly ChartOption[] {
  const part = option[name];
  return (Array.isArray(part) ? part : [part]).filter(isRecord);
}

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** A point stands for itself, or is wrapped with a name and a style. */
export const valueOf = (point: unknown): unknown => (isRecord(point) ? point['value'] : point);

export const nameOf = (point: unknown): string => {
  const name = isRecord(point) ? (point['name'] ?? point['value']) : point;
  return wordsOf(name);
};

export function wordsOf(value: unknown): string {
  if (typeof value === 'number') return String(Math.round(value * 1000) / 1000);
  return typeof value === 'string' ? value : '';
}
