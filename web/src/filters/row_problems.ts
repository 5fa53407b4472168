import type { TFunction } from 'i18next';
import { timeForm, valueFrom } from '../fields/value_forms';
import type { Problems } from '../settings/problems';
import { operandOf } from './comparisons';
import { me, type Draft, type Row } from './draft_filter';
import type { FilterFields } from './filter_fields';
import { filterForm } from './filter_form';
import { isDay } from './range_bounds';
import { rowPlace } from './row_places';

const mostDays = 4000;

const isDays = (typed: string): boolean => /^\d{1,4}$/.test(typed) && Number(typed) > 0 && Number(typed) <= mostDays;

// The key of what is wrong with the row. Undefined: nothing.
function problemOf({ field, way, values }: Row, fields: FilterFields): string | undefined {
  // The service says so of one that is not there any more.
  if (!fields.has(field)) return undefined;
  const form = filterForm(fields.get(field)?.field);
  const said = values.filter((typed) => typed.trim());
  // Moments are bounded by days.
  const isBound = (typed: string) => form === timeForm && way === 'between' && isDay(typed);
  const isWrong = (typed: string) => typed !== me && !isBound(typed) && valueFrom(form, typed) === undefined;
  switch (operandOf(way)) {
    case 'none':
      return undefined;
    case 'days':
      return isDays(values[0] ?? '') ? undefined : 'filters.notDays';
    case 'period':
      return said.length ? undefined : 'filters.valueNeeded';
    default:
      if (!said.length) return 'filters.valueNeeded';
      return said.some(isWrong) ? (form.problem ?? 'errors.unexpected') : undefined;
  }
}

// What cannot be asked, without asking.
export function rowProblems(draft: Draft, fields: FilterFields, t: TFunction): Problems {
  if (draft.joint === 'complex') return {};
  const found = draft.rows.flatMap((row, at) => {
    const problem = problemOf(row, fields);
    return problem ? [[rowPlace(at), t(problem)] as const] : [];
  });
  return Object.fromEntries(found);
}
