import type { ReactNode } from 'react';
import type { IncidentRow } from '../../../api/incident-types';
import type { Deadline } from '../../../api/types';
import { useCategories } from '../../../api/meta';
import { useCommon } from '../../../i18n/common';
import { useSay } from '../../../i18n/words';
import { useSettings } from '../../../settings/settings';
import { fullTime } from '../../../time/zone';
import { DeadlineChip } from '../../../ui/DeadlineChip';
import { Moment } from '../../../ui/Moment';
import { SeverityMark } from '../../../ui/SeverityMark';
import { StateTag } from '../../../ui/StateTag';
import { useText } from './text';

export const COLUMN_NAMES = [
  'severity',
  'number',
  'title',
  'state',
  'kind',
  'category',
  'unit',
  'assignee',
  'verdict',
  'place',
  'deadline',
  'mentions',
  'detectedAt',
  'updatedAt',
] as const;
export type ColumnName = (typeof COLUMN_NAMES)[number];

export const DEFAULT_COLUMNS: readonly ColumnName[] = [
  'severity',
  'number',
  'title',
  'state',
  'kind',
  'unit',
  'deadline',
  'mentions',
  'detectedAt',
];

export interface Column {
  readonly name: ColumnName;
  readonly label: string;
  /** What stands in the table. */
  readonly show: (row: IncidentRow) => ReactNode;
  /** The same as plain text, for the export and on hover. */
  readonly text: (row: IncidentRow) => string;
}

export const nextDeadline = (row: IncidentRow): Deadline | null => row.deadlines[0] ?? null;

/** All columns there are, with their words in the reader's language. */
export function useColumns(): readonly Column[] {
  const t = useText();
  const common = useCommon();
  const say = useSay();
  const { language } = useSettings();
  const categories = useCategories();
  const categoryOf = (code: string) =>
    categories.find((category) => category.code === code)?.[language] ?? code;
  const texts: Record<ColumnName, (row: IncidentRow) => string> = {
    severity: ({ severity }) => common(`severity.${severity}`),
    number: ({ number }) => number,
    title: ({ title }) => title,
    state: ({ state, supervisedAt }) =>
      [common(`state.${state}`), ...(supervisedAt === null ? [] : [common('supervised')])].join(
        ' · ',
      ),
    kind: ({ kind }) => common(`kind.${kind}`),
    category: ({ category }) => categoryOf(category),
    unit: ({ unit }) => unit?.name ?? '',
    assignee: ({ assignee }) => assignee?.name ?? '',
    verdict: ({ verdict }) => common(`verdict.${verdict}`),
    place: ({ place }) => place ?? '',
    deadline: (row) => deadlineText(nextDeadline(row), say),
    mentions: ({ mentions }) => String(mentions.count),
    detectedAt: ({ detectedAt }) => fullTime(Date.parse(detectedAt)),
    updatedAt: ({ updatedAt }) => fullTime(Date.parse(updatedAt)),
  };
  return COLUMN_NAMES.map((name) => ({
    name,
    label: t(`column.${name}`),
    text: texts[name],
    show: (row) => pictured(name, row) ?? texts[name](row),
  }));
}

function deadlineText(deadline: Deadline | null, say: ReturnType<typeof useSay>): string {
  const dueAt = deadline?.dueAt ?? null;
  return deadline === null || dueAt === null
    ? ''
    : `${say(deadline.title)} ${fullTime(Date.parse(dueAt))}`;
}

/** Columns that say it better than with words. */
function pictured(name: ColumnName, row: IncidentRow): ReactNode {
  const deadline = nextDeadline(row);
  switch (name) {
    case 'severity':
      return <SeverityMark severity={row.severity} />;
    case 'state':
      return <StateTag state={row.state} supervised={row.supervisedAt !== null} />;
    case 'deadline':
      return deadline && <DeadlineChip deadline={deadline} />;
    case 'detectedAt':
      return <Moment at={row.detectedAt} />;
    case 'updatedAt':
      return <Moment at={row.updatedAt} />;
    case 'number':
    case 'title':
    case 'kind':
    case 'category':
    case 'unit':
    case 'assignee':
    case 'verdict':
    case 'place':
    case 'mentions':
      return null;
  }
}
