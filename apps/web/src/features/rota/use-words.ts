import { useCallback } from 'react';
import type { Position } from '../../api/types';
import { useCommon } from '../../i18n/common';
import { useSettings } from '../../settings/settings';
import type { Cell, Part } from './cells';
import { spanWords, timeAt } from './days';
import { useText } from './text';
import type { People } from './use-people';

/** Spans in the words of this reader and in the hours of this zone. */
export function useSpan(zone: string): (from: number, to: number) => string {
  const { language } = useSettings();
  return useCallback((from, to) => spanWords(from, to, zone, language), [zone, language]);
}

export function usePosition(): (position: Position) => string {
  const common = useCommon();
  return (position) => common(`position.${position}`);
}

/** A cell as a sentence, for screen readers and on hover. */
export function useCellWords(people: People, zone: string): (cell: Cell) => string {
  const t = useText();
  const span = useSpan(zone);
  const positionOf = usePosition();
  const marksOf = ({ via, isTroubled }: Part): string => {
    const marks = [
      ...(via === 'layer' ? [] : [t(`mark.${via}.long`)]),
      ...(isTroubled ? [t('mark.trouble')] : []),
    ];
    return marks.length === 0 ? '' : ` (${marks.join(t('join'))})`;
  };
  const partOf = (part: Part, isWhole: boolean): string => {
    const name = part.userId === null ? t('gap') : people.nameOf(part.userId);
    const marks = marksOf(part);
    return isWhole
      ? t('cell.part', { name, marks })
      : t('cell.part.from', { time: timeAt(part.from, zone), name, marks });
  };
  return ({ position, from, to, parts }) =>
    t('cell.label', {
      span: span(from, to),
      position: positionOf(position),
      who:
        parts.length === 0
          ? t('empty')
          : parts.map((part) => partOf(part, parts.length === 1)).join(t('join')),
    });
}
