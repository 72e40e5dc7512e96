import type { RegisterRecord } from '../../api/registers';
import { useCommon } from '../../i18n/common';
import { useSettings } from '../../settings/settings';
import { actionsOf } from './entry';
import type { FieldSpec } from './specs';
import { CHANNEL_KINDS } from './specs';
import { useText } from './text';
import { useCategoryName } from './use-names';

/** A field as people read it. */
export function useValueWords(): (field: FieldSpec, record: RegisterRecord) => string {
  const t = useText();
  const common = useCommon();
  const categoryName = useCategoryName();
  const { language } = useSettings();
  const join = (words: readonly string[]): string =>
    words.length === 0 ? t('any') : words.join(language === 'zh' ? '、' : ', ');

  return ({ name, kind }, record) => {
    const value = record[name];
    const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
    switch (kind) {
      case 'unit':
        return record.units.find(({ id }) => id === text)?.name ?? '';
      case 'category':
        return text === '' ? t('category.any') : categoryName(text);
      case 'channel-kind': {
        const known = CHANNEL_KINDS.find((one) => one === text);
        return known === undefined ? text : t(`channel.${known}`);
      }
      case 'yearly':
        return t(value === true ? 'yearly.yes' : 'yearly.once');
      case 'days':
        return t('days', { count: Number(text) });
      case 'kinds':
        return join(KINDS.filter((one) => has(value, one)).map((one) => common(`kind.${one}`)));
      case 'severities':
        return join(
          SEVERITIES.filter((one) => has(value, one)).map((one) =>
            one === 'unrated' ? common('severity.unrated') : one,
          ),
        );
      case 'actions':
        return t('actions', { count: actionsOf(value).length });
      case 'text':
      case 'area':
      case 'address':
      case 'day':
      case 'level':
        return text;
    }
  };
}

export const KINDS = ['rumour', 'hot-topic', 'complaint', 'emergency'] as const;
export const SEVERITIES = ['I', 'II', 'III', 'IV', 'unrated'] as const;

const has = (value: unknown, one: string): boolean => Array.isArray(value) && value.includes(one);
