// A cell by its numbers. Row -1 is the header.
export interface Place {
  row: number;
  column: number;
}

export interface GridSize {
  rows: number;
  columns: number;
  // Rows that are seen at once.
  page: number;
}

// A KeyboardEvent, as far as it counts here.
export interface GridKey {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

const header = -1;

const within = (at: number, least: number, most: number): number => Math.min(most, Math.max(least, at));

function moved({ row, column }: Place, { key }: GridKey, { rows, columns, page }: GridSize, far: boolean) {
  switch (key) {
    case 'ArrowUp':
      return { row: far ? 0 : row - 1, column };
    case 'ArrowDown':
      return { row: far ? rows - 1 : row + 1, column };
    case 'ArrowLeft':
      return { row, column: far ? 0 : column - 1 };
    case 'ArrowRight':
      return { row, column: far ? columns - 1 : column + 1 };
    case 'Home':
      return { row: far ? 0 : row, column: 0 };
    case 'End':
      return { row: far ? rows - 1 : row, column: columns - 1 };
    case 'PageUp':
      return { row: Math.max(0, row - page), column };
    case 'PageDown':
      return { row: row + page, column };
    default:
      return undefined;
  }
}

// The cell that a key leads to, as in a spreadsheet. Undefined: the key leads nowhere.
export function placeAfter(place: Place, key: GridKey, size: GridSize): Place | undefined {
  if (key.altKey || key.shiftKey) return undefined;
  const to = moved(place, key, size, key.ctrlKey || key.metaKey);
  return to && { row: within(to.row, header, size.rows - 1), column: within(to.column, 0, size.columns - 1) };
}

// The next cell (1) or the one before (-1), row by row, for Tab in an editor. Undefined: there is none.
export function neighbourOf({ row, column }: Place, step: 1 | -1, { rows, columns }: GridSize): Place | undefined {
  const at = row * columns + column + step;
  return at < 0 || at >= rows * columns ? undefined : { row: Math.floor(at / columns), column: at % columns };
}

export type Wish = 'edit' | 'open' | 'menu';

// What else a key asks of a cell: to change it, to open what it names, or the menu of its column.
export function wishOf({ key, ctrlKey, metaKey, altKey, shiftKey }: GridKey): Wish | undefined {
  if (key === 'ContextMenu' || (key === 'F10' && shiftKey) || (key === 'ArrowDown' && altKey)) return 'menu';
  if (altKey || shiftKey) return undefined;
  if (key === 'Enter') return ctrlKey || metaKey ? 'open' : 'edit';
  return key === 'F2' ? 'edit' : undefined;
}
