import type { TFunction } from 'i18next';
import { dayText } from '../calendar/date_text';
import { valueFrom, type Known } from '../fields/value_forms';
import { Field_Kind } from '../gen/voronka/crm/v1/field_set_pb';
import { operandOf, wayKey } from './comparisons';
import { me, type Row } from './draft_filter';
import type { FilterFields } from './filter_fields';
import { filterForm } from './filter_form';
import { periodWords } from './periods';
import { isDay } from './range_bounds';

export interface Words {
  t: TFunction;
  fields: FilterFields;
  nameOf: Known['nameOf'];
}

// «А», «А или Б», «А, Б или В».
function listed(items: string[], last: string): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1) ?? ''}`;
}

function valueWords(name: string, typed: string, { t, fields, nameOf }: Words): string {
  if (typed === me) return t('filters.me');
  const field = fields.get(name)?.field;
  // A bound of moments.
  if (field?.kind === Field_Kind.TIME && isDay(typed)) return dayText(typed);
  const form = filterForm(field);
  const value = valueFrom(form, typed);
  return value ? form.text(value.value, { field: field ?? { choices: [] }, nameOf }) : typed;
}

function rangeWords({ field, values: [from = '', to = ''] }: Row, key: string, words: Words): string {
  const bound = (typed: string) => valueWords(field, typed, words);
  if (!to) return words.t(`filters.said.${key}From`, { from: bound(from) });
  if (!from) return words.t(`filters.said.${key}To`, { to: bound(to) });
  return words.t(`filters.said.${key}`, { from: bound(from), to: bound(to) });
}

function operandWords(row: Row, words: Words): string {
  const { t, fields } = words;
  const key = wayKey(row.way, fields.get(row.field)?.field);
  const [first = ''] = row.values;
  switch (operandOf(row.way)) {
    case 'range':
      return rangeWords(row, key, words);
    case 'period':
      return t(`filters.said.${key}`, { period: periodWords(first, t) });
    case 'days':
      return t(`filters.said.${key}`, { count: Number(first) });
    default: {
      const last = t(row.way === 'isNot' ? 'rules.nor' : 'rules.or');
      const list = listed(
        row.values.map((typed) => valueWords(row.field, typed, words)),
        last,
      );
      return t(`filters.said.${key}`, { list });
    }
  }
}

// «Этап: Новая заявка или Принято».
export function rowWords(row: Row, words: Words): string {
  const field = words.fields.get(row.field)?.label ?? row.field;
  return words.t('filters.said.row', { field, what: operandWords(row, words) });
}
