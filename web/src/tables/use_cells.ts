import { navigate } from 'wouter/use-browser-location';
import { showToast } from '../components/toasts';
import { useLockOf } from '../fields/locks';
import { useTranslation } from '../i18n/translation';
import { pathOf, stateFor } from './Cell';
import type { Column, Row } from './columns';
import type { Subject } from './subject';

// What the user may do with the cells of a table.
export function useCells<T extends Row>(subject: Subject<T>) {
  const { t } = useTranslation();
  const lockOf = useLockOf();

  const isEditable = (column: Column<T>, row: T): boolean =>
    column.change !== undefined && subject.mayChange(row) && !lockOf(column.field);
  const open = (column: Column<T>, row: T): void => {
    const named = column.named?.(row);
    if (named) navigate(pathOf(named), { state: stateFor(named) });
  };
  // Returns whether an editor is to be opened. What cannot be changed is opened, or said why.
  const begin = (column: Column<T>, row: T): boolean => {
    if (isEditable(column, row)) return true;
    if (column.act) {
      if (!column.act(row)) showToast(t('tables.notYours'));
    } else if (!column.change) open(column, row);
    else showToast(subject.mayChange(row) ? lockOf(column.field) : t('tables.notYours'));
    return false;
  };
  return { isEditable, open, begin };
}
