import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { sortOf, type Row, type ShownColumn } from './columns';
import styles from './grid.module.css';
import { HeaderMenu, type ColumnActions } from './HeaderMenu';
import { useColumnDrag } from './use_column_drag';
import { useResizing } from './use_resizing';

interface HeaderCellProps<T extends Row> {
  shown: ShownColumn<T>;
  // From 0.
  at: number;
  isLast: boolean;
  isTabStop: boolean;
  orderBy: string;
  actions: ColumnActions;
  isMenuOpen: boolean;
  setMenuOpen: (isOpen: boolean) => void;
  // Another column was dropped on it.
  dropped: (name: string) => void;
  preview: (name: string, px: number) => void;
  // After a click on its name.
  sort: () => void;
}

export function HeaderCell<T extends Row>(props: HeaderCellProps<T>) {
  const { shown, at, isLast, isTabStop, orderBy, actions, isMenuOpen, setMenuOpen, dropped, preview, sort } = props;
  const { column, width } = shown;
  const { header, handle, isOver } = useColumnDrag(column.name, dropped);
  const resizing = useResizing({
    width,
    preview: (px) => preview(column.name, px),
    resize: (px) => actions.resize(column.name, px),
  });
  const sorted = sortOf(orderBy);
  const isSorted = column.order !== undefined && sorted?.order === column.order;
  const direction = sorted?.isDescending ? 'descending' : 'ascending';
  const Arrow = sorted?.isDescending ? IconArrowDown : IconArrowUp;
  return (
    <div
      ref={header}
      role="columnheader"
      className={styles.header}
      tabIndex={isTabStop ? 0 : -1}
      aria-colindex={at + 1}
      aria-sort={column.order ? (isSorted ? direction : 'none') : undefined}
      data-at={`-1:${at}`}
      data-column={column.name}
      data-sorts={column.order ? true : undefined}
      data-over={isOver || undefined}
    >
      <span ref={handle} className={styles.label} title={column.label} onClick={sort}>
        <bdi>{column.label}</bdi>
      </span>
      {isSorted && <Arrow size={14} className={styles.arrow} aria-hidden="true" />}
      <HeaderMenu
        shown={shown}
        actions={actions}
        isOpen={isMenuOpen}
        setOpen={setMenuOpen}
        isFirst={at === 0}
        isLast={isLast}
      />
      <span className={styles.resize} aria-hidden="true" {...resizing} />
    </div>
  );
}
