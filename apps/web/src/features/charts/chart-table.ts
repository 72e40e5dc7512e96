import { listOf, nameOf, partsOf, valueOf, wordsOf, type ChartOption } from './option';

export interface ChartTable {
  /** The first one is that of the row names; it may be empty. */
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What a picture shows, in words and numbers; null when it shows nothing that a table could. */
export function tableOf(option: ChartOption): ChartTable | null {
  const series = partsOf(option, 'series');
  const [first] = series;
  if (first === undefined) return null;
  switch (first['type']) {
    case 'heatmap':
      return crossed(option, first);
    case 'scatter':
    case 'effectScatter':
      return points(option, series);
    default:
      return columns(option, series);
  }
}

const categoriesOf = (option: ChartOption, axis: 'xAxis' | 'yAxis'): readonly string[] =>
  listOf(partsOf(option, axis).find(({ data }) => Array.isArray(data))?.['data']).map(nameOf);

/** Bars and lines: a row for each category, a column for each series. What only marks a place is left out. */
function columns(option: ChartOption, series: readonly ChartOption[]): ChartTable | null {
  const across = categoriesOf(option, 'xAxis');
  const categories = across.length > 0 ? across : categoriesOf(option, 'yAxis').toReversed();
  if (categories.length === 0) return null;
  const lists = series
    .filter(({ type }) => type === 'bar' || type === 'line')
    .map(({ name, data }) => ({
      name: wordsOf(name),
      data: across.length > 0 ? listOf(data) : listOf(data).toReversed(),
    }));
  return {
    heads: ['', ...lists.map(({ name }) => name)],
    rows: categories.map((category, index) => [
      category,
      ...lists.map(({ data }) => said(valueOf(data[index]))),
    ]),
  };
}

/** Cells of a grid: a row for each place down, a column for each place across. */
function crossed(option: ChartOption, { data }: ChartOption): ChartTable {
  const [across, down] = [categoriesOf(option, 'xAxis'), categoriesOf(option, 'yAxis')];
  const cells = new Map(
    listOf(data)
      .map((point) => listOf(valueOf(point)))
      .map(([x, y, value]) => [`${wordsOf(x)} ${wordsOf(y)}`, said(value)]),
  );
  return {
    heads: ['', ...across],
    rows: down.map((name, y) => [
      name,
      ...across.map((_, x) => cells.get(`${String(x)} ${String(y)}`) ?? '–'),
    ]),
  };
}

/** Points on a plane: what each is called, and where it lies. */
function points(option: ChartOption, series: readonly ChartOption[]): ChartTable {
  const axis = (name: 'xAxis' | 'yAxis') => wordsOf(partsOf(option, name)[0]?.['name']);
  return {
    heads: ['', axis('xAxis'), axis('yAxis')],
    rows: series
      .flatMap(({ data }) => listOf(data))
      .map((point) => [nameOf(point), ...listOf(valueOf(point)).slice(0, 2).map(said)]),
  };
}

/** What is not there is a dash, as everywhere. */
function said(value: unknown): string {
  const words = wordsOf(Array.isArray(value) ? value.at(-1) : value);
  return words === '' || words === '-' ? '–' : words;
}
