import { useCallback, useLayoutEffect, useMemo, useRef, useState, type FocusEvent, type RefObject } from 'react';
import type { Place } from './grid_keys';

const selector = ({ row, column }: Place): string => `[data-at="${row}:${column}"]`;

// The cell that an event is about. Undefined: it is about none.
export function placeOf(target: EventTarget | null): Place | undefined {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-at]') : null;
  const [, row, column] = /^(-?\d+):(\d+)$/.exec(cell?.dataset.at ?? '') ?? [];
  return row === undefined ? undefined : { row: Number(row), column: Number(column) };
}

// One cell of a grid is in the tab order: the one that had the focus last. The grid renders it wherever it scrolls.
export function useGridFocus(grid: RefObject<HTMLDivElement | null>, rows: number, columns: number) {
  const [known, setPlace] = useState<Place>({ row: 0, column: 0 });
  // There may be fewer of them by now.
  const row = Math.min(known.row, rows - 1);
  const column = Math.min(known.column, columns - 1);
  const place = useMemo(() => ({ row, column }), [row, column]);
  const asked = useRef(false);
  const focus = (to: Place) => {
    asked.current = true;
    // Also if it is the same cell: an editor over it has closed.
    setPlace({ ...to });
  };
  useLayoutEffect(() => {
    if (!asked.current) return;
    asked.current = false;
    const cell = grid.current?.querySelector<HTMLElement>(selector(place));
    cell?.focus({ preventScroll: true });
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [grid, place, known]);
  // The rows are others now. Who is in the header stays there.
  const restart = useCallback(() => {
    setPlace((now) => ({ ...now, row: Math.min(now.row, 0) }));
    grid.current?.scrollTo({ top: 0 });
  }, [grid]);
  const onFocus = ({ target }: FocusEvent) => {
    const at = placeOf(target);
    if (at && (at.row !== place.row || at.column !== place.column)) setPlace(at);
  };
  return { place, focus, restart, onFocus };
}
