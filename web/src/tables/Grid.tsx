import { useMediaQuery } from '@mantine/hooks';
import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import {
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
} from 'react';
import { isKey } from '../components/keys';
import { usePeople } from '../people/people';
import type { Leaving } from './CellEditor';
import { nextOrder, withWidth, type Column, type Row, type ShownColumn } from './columns';
import styles from './grid.module.css';
import { neighbourOf, placeAfter, wishOf, type Place } from './grid_keys';
import { GridRow, type GridRowProps } from './GridRow';
import { HeaderCell } from './HeaderCell';
import type { ColumnActions } from './HeaderMenu';
import type { RowPages } from './row_pages';
import type { Subject } from './subject';
import { useCells } from './use_cells';
import { placeOf, useGridFocus } from './use_grid_focus';

interface GridProps<T extends Row> {
  label: string;
  subject: Subject<T>;
  shown: ShownColumn<T>[];
  pages: RowPages<T>;
  // How many rows there are. Undefined: that is not known exactly.
  total: number | undefined;
  orderBy: string;
  actions: ColumnActions;
  // The first column was dragged onto the second.
  replace: (name: string, target: string) => void;
}

// As high as a finger on a phone.
const rowPx = { narrow: 44, wide: 36 };
// Shown below what is loaded, while there may be more.
const waitingRows = 8;
const headPx = 40;
// A wide first column leaves room for the others on a phone.
const firstOf = (px: number | undefined): string => `min(${px ?? 0}px, 48vw)`;

const templateOf = <T extends Row>(shown: ShownColumn<T>[]): string =>
  shown.map(({ width }, at) => (at ? `${width}px` : firstOf(width))).join(' ');

const isCoarse = (): boolean => matchMedia('(pointer: coarse)').matches;

// A table as in a spreadsheet: one cell has the focus, keys go from cell to cell, Enter changes it in place.
export function Grid<T extends Row>(props: GridProps<T>) {
  const { label, subject, shown, pages, total, orderBy, actions, replace } = props;
  const grid = useRef<HTMLDivElement>(null);
  const isNarrow = useMediaQuery('(max-width: 640px)', undefined, { getInitialValueInEffect: false });
  const people = usePeople();
  const cells = useCells(subject);
  const [editing, setEditing] = useState<Place>();
  const [menuAt, setMenuAt] = useState<number>();
  const heightPx = isNarrow ? rowPx.narrow : rowPx.wide;
  const count = pages.count + (pages.isWhole ? 0 : waitingRows);
  const { place, focus, restart, onFocus } = useGridFocus(grid, count, shown.length);
  const size = {
    ...{ rows: count, columns: shown.length },
    page: Math.max(1, Math.floor(((grid.current?.clientHeight ?? 0) - headPx) / heightPx) - 1),
  };
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => grid.current,
    estimateSize: () => heightPx,
    scrollMargin: headPx,
    overscan: 6,
    // The cell with the focus and the one that is edited stay, however far they are scrolled away.
    rangeExtractor: (range: Range) => {
      const kept = [place.row, editing?.row ?? -1].filter((row) => row >= 0 && row < range.count);
      return [...new Set([...defaultRangeExtractor(range), ...kept])].sort((one, other) => one - other);
    },
  });
  useEffect(() => virtualizer.measure(), [virtualizer, heightPx]);
  useEffect(() => {
    setEditing(undefined);
    restart();
  }, [pages, restart]);
  const isEdited = editing !== undefined;
  useEffect(() => {
    pages.hold(isEdited);
    return () => pages.hold(false);
  }, [pages, isEdited]);
  const seen = virtualizer.range;
  const [first, last] = [seen?.startIndex ?? 0, seen?.endIndex ?? 0];
  useEffect(() => pages.want(first, last), [pages, first, last]);

  const nameOf = useCallback((userId: bigint) => people.get(userId)?.displayName ?? '', [people]);
  const put = useCallback((row: T) => void pages.put(row), [pages]);
  // What rows are given stays the same, so that they do not render anew.
  const latest = useRef<Pick<GridRowProps<T>, 'isEditable' | 'close'>>(undefined);
  latest.current = {
    isEditable: cells.isEditable,
    close: (to) => {
      setEditing(undefined);
      if (to !== undefined && editing) focus((to && neighbourOf(editing, to, size)) || editing);
    },
  };
  const stable = useMemo(
    () => ({
      isEditable: (column: Column<T>, row: T) => latest.current?.isEditable(column, row) ?? false,
      close: (to: Leaving) => latest.current?.close(to),
    }),
    [],
  );

  const columnAt = ({ column }: Place) => shown[column]?.column;
  const begin = (at: Place) => {
    const [column, row] = [columnAt(at), pages.row(at.row)];
    // What was typed there, and could not be saved, is not lost.
    if (editing) grid.current?.querySelector<HTMLElement>('[data-editor] input, [data-editor] textarea')?.focus();
    else if (column && row && cells.begin(column, row)) setEditing(at);
  };
  const sort = (at: number) => {
    const order = shown[at]?.column.order;
    if (order) actions.order(nextOrder(orderBy, order));
  };
  const grant = (wish: ReturnType<typeof wishOf>) => {
    const [column, row] = [columnAt(place), pages.row(place.row)];
    if (wish === 'menu') setMenuAt(place.column);
    else if (place.row < 0) sort(place.column);
    else if (wish === 'edit') begin(place);
    else if (column && row) cells.open(column, row);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const { target, currentTarget } = event;
    // Menus and editors have keys of their own.
    if (!(target instanceof Element) || !target.matches('[data-at]') || !currentTarget.contains(target)) return;
    if (!isKey(event.nativeEvent, event.key)) return;
    const wish = wishOf(event);
    const to = wish ? undefined : placeAfter(place, event, size);
    if (!wish && !to) return;
    event.preventDefault();
    if (to) focus(to);
    else grant(wish);
  };
  const pressed = useRef<Place>(undefined);
  const onClick = (event: MouseEvent) => {
    const at = placeOf(event.target);
    const isAgain = at && pressed.current?.row === at.row && pressed.current.column === at.column;
    const isLink = event.target instanceof Element && event.target.closest('a, button, [data-editor]') !== null;
    // A finger has no double click.
    if (isAgain && !isLink && at.row >= 0 && isCoarse()) begin(at);
  };
  const onDoubleClick = (event: MouseEvent) => {
    const at = placeOf(event.target);
    if (at && at.row >= 0 && !(event.target as Element).closest('a, button, [data-editor]')) begin(at);
  };
  const style = {
    '--columns': templateOf(shown),
    '--first': firstOf(shown[0]?.width),
    '--row': `${heightPx}px`,
  } as CSSProperties;
  const setMenu = (at: number) => (isOpen: boolean) => {
    setMenuAt(isOpen ? at : undefined);
    if (!isOpen) focus({ row: -1, column: Math.min(at, shown.length - 1) });
  };
  const preview = (name: string, px: number) =>
    grid.current?.style.setProperty('--columns', templateOf(withWidth(shown, name, px)));
  const rowCount = pages.isWhole ? pages.count + 1 : total === undefined ? -1 : total + 1;
  return (
    <div
      ref={grid}
      role="grid"
      className={styles.grid}
      style={style}
      aria-label={label}
      aria-describedby="table-keys"
      aria-rowcount={rowCount}
      aria-colcount={shown.length}
      onFocus={onFocus}
      onKeyDown={onKeyDown}
      onPointerDown={() => {
        pressed.current = grid.current?.contains(document.activeElement) ? place : undefined;
      }}
      onClick={onClick}
      onDoubleClick={onDoubleClick}
    >
      <div role="rowgroup" className={styles.head}>
        <div role="row" className={styles.row} aria-rowindex={1}>
          {shown.map((each, at) => (
            <HeaderCell
              key={each.column.name}
              shown={each}
              at={at}
              isLast={at === shown.length - 1}
              isTabStop={(place.row < 0 || count === 0) && place.column === at}
              orderBy={orderBy}
              actions={actions}
              isMenuOpen={menuAt === at}
              setMenuOpen={setMenu(at)}
              dropped={(name) => replace(name, each.column.name)}
              preview={preview}
              sort={() => sort(at)}
            />
          ))}
        </div>
      </div>
      <div role="rowgroup" className={styles.body} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => (
          <GridRow
            key={index}
            subject={subject}
            row={pages.row(index)}
            index={index}
            startPx={start - headPx}
            shown={shown}
            active={place.row === index ? place.column : undefined}
            edited={editing?.row === index ? editing.column : undefined}
            isEditable={stable.isEditable}
            nameOf={nameOf}
            put={put}
            close={stable.close}
          />
        ))}
      </div>
    </div>
  );
}
