import { useEffect, useId, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import type { Cell, Row } from '../cells';
import {
  cellAt,
  extended,
  isWithin,
  moved,
  spanOf,
  type Place,
  type Range,
  type Selected,
} from '../cursor';

interface GridOptions {
  readonly rows: readonly Row[];
  /** Rows are weeks below each other, so that "down" goes on in the next week. */
  readonly inWeeks: boolean;
  readonly now: number;
  /** Whoever may not change anything opens single cells. */
  readonly maySelect: boolean;
  /** Off where the pointer drags along something finer than cells. */
  readonly dragsCells: boolean;
  readonly onOpen: (selected: Selected) => void;
}

const rangeAt = ({ position, index }: Place): Range => ({ position, anchor: index, head: index });

/** The cell of the present is the one to begin with. */
function firstPlace(rows: readonly Row[], now: number): Place | null {
  const [row] = rows;
  if (!row) return null;
  const index = row.cells.findIndex(({ from, to }) => from <= now && now < to);
  return { position: row.position, index: Math.max(0, index) };
}

/**
 * A grid with one tab stop (WAI-ARIA grid): arrows move the cursor, Shift extends a range, Enter opens it. With the
 * mouse a range is dragged; a finger scrolls, and a tap opens.
 */
export function useGrid({ rows, inWeeks, now, maySelect, dragsCells, onOpen }: GridOptions) {
  const id = useId();
  const [chosen, setChosen] = useState<Place | null>(null);
  const [range, setRange] = useState<Range | null>(null);
  const drag = useRef<{ range: Range; rows: readonly Row[] } | null>(null);
  const isDropped = useRef(false);
  const latest = useRef(onOpen);
  useEffect(() => {
    latest.current = onOpen;
  });

  useEffect(() => {
    const drop = () => {
      const dropped = drag.current;
      if (dropped === null) return;
      drag.current = null;
      const selected = spanOf(dropped.rows, dropped.range);
      isDropped.current = selected !== null;
      if (selected) latest.current(selected);
    };
    window.addEventListener('pointerup', drop);
    return () => window.removeEventListener('pointerup', drop);
  }, []);

  const at = chosen && cellAt(rows, chosen) ? chosen : firstPlace(rows, now);
  const idOf = ({ position, index }: Place) => `${id}-${position}-${String(index)}`;
  const goTo = (place: Place) => {
    setChosen(place);
    document.getElementById(idOf(place))?.focus();
  };
  const select = (next: Range) => {
    setRange(next);
    goTo({ position: next.position, index: next.head });
  };
  const open = (one: Range) => {
    const selected = spanOf(rows, one);
    setRange(one);
    if (selected) onOpen(selected);
  };

  const onKeyDown = (event: KeyboardEvent, place: Place) => {
    const current =
      range?.position === place.position && range.head === place.index ? range : rangeAt(place);
    if (event.key === 'Enter' || event.key === ' ') open(current);
    else if (event.key === 'Escape' && range) setRange(null);
    else if (event.shiftKey && maySelect) select(extended(current, rows, event.key, inWeeks));
    else {
      const next = moved(rows, place, event.key, inWeeks);
      if (!next) return;
      setRange(null);
      goTo(next);
    }
    event.preventDefault();
  };
  const begin = (event: PointerEvent, place: Place) => {
    isDropped.current = false;
    if (event.button !== 0 || event.pointerType === 'touch') return;
    drag.current = { range: rangeAt(place), rows };
    setRange(rangeAt(place));
    setChosen(place);
  };
  const reach = (place: Place) => {
    const held = drag.current;
    if (!held || !maySelect || !dragsCells || held.range.position !== place.position) return;
    held.range = { ...held.range, head: place.index };
    setRange(held.range);
  };

  return {
    /** What the pointer did meanwhile was something else. */
    cancel: () => {
      drag.current = null;
      isDropped.current = true;
    },
    cellProps: (cell: Cell, index: number) => {
      const place: Place = { position: cell.position, index };
      return {
        id: idOf(place),
        role: 'gridcell',
        tabIndex: at?.position === place.position && at.index === index ? 0 : -1,
        'aria-selected': range !== null && isWithin(range, place),
        onFocus: () => setChosen(place),
        onKeyDown: (event: KeyboardEvent) => onKeyDown(event, place),
        onPointerDown: (event: PointerEvent) => begin(event, place),
        onPointerEnter: () => reach(place),
        // A tap, or a screen reader's own "activate"; the mouse has opened when it was let go.
        onClick: () => {
          if (!isDropped.current) open(rangeAt(place));
          isDropped.current = false;
        },
      };
    },
  };
}
