import { memo } from 'react';
import { Field_Kind } from '../gen/voronka/crm/v1/field_set_pb';
import { Cell } from './Cell';
import { CellEditor, type Leaving } from './CellEditor';
import type { Column, Row, ShownColumn } from './columns';
import styles from './grid.module.css';
import type { Subject } from './subject';

export interface GridRowProps<T extends Row> {
  subject: Subject<T>;
  // Undefined: it is not loaded yet.
  row: T | undefined;
  // From 0.
  index: number;
  startPx: number;
  shown: ShownColumn<T>[];
  // The cell in the tab order. Undefined: none of this row.
  active: number | undefined;
  // The cell with an editor.
  edited: number | undefined;
  isEditable: (column: Column<T>, row: T) => boolean;
  nameOf: (userId: bigint) => string;
  put: (row: T) => void;
  close: (to: Leaving) => void;
}

const isNumber = <T extends Row>({ field: { kind } }: Column<T>): true | undefined =>
  kind === Field_Kind.MONEY || kind === Field_Kind.NUMBER || undefined;

// What a cell is told of its place: one of all cells takes part in the order of Tab.
const placed = (row: number, column: number, active: number | undefined) => ({
  role: 'gridcell',
  className: styles.cell,
  tabIndex: column === active ? 0 : -1,
  'aria-colindex': column + 1,
  'data-at': `${row}:${column}`,
});

function Cells<T extends Row>({ row, ...props }: GridRowProps<T> & { row: T }) {
  const { subject, index, shown, active, edited, isEditable, nameOf, put, close } = props;
  return shown.map(({ column }, at) => {
    const isOpen = at === edited;
    return (
      <div
        key={column.name}
        {...placed(index, at, active)}
        aria-readonly={!isEditable(column, row)}
        data-column={column.name}
        data-number={isNumber(column)}
        data-editing={isOpen || undefined}
      >
        {isOpen ? (
          <CellEditor subject={subject} column={column} row={row} put={put} close={close} />
        ) : (
          <Cell column={column} row={row} nameOf={nameOf} />
        )}
      </div>
    );
  });
}

function Waiting<T extends Row>({ shown, index, active }: GridRowProps<T>) {
  return shown.map(({ column }, at) => (
    <div key={column.name} {...placed(index, at, active)}>
      <span className={styles.skeleton} />
    </div>
  ));
}

function Shown<T extends Row>(props: GridRowProps<T>) {
  const { row, index, startPx, edited } = props;
  return (
    <div
      role="row"
      className={styles.row}
      style={{ transform: `translateY(${startPx}px)` }}
      aria-rowindex={index + 2}
      aria-busy={row === undefined || undefined}
      data-row={row && String(row.id)}
      data-editing={edited !== undefined || undefined}
    >
      {row ? <Cells {...props} row={row} /> : <Waiting {...props} />}
    </div>
  );
}

// A row renders anew only when something in it changes: a table that is scrolled has no time for more.
export const GridRow = memo(Shown) as typeof Shown;
