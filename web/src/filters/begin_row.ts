import { Field_Kind, type Field } from '../gen/voronka/crm/v1/field_set_pb';
import { operandOf, waysOf, type Way } from './comparisons';
import type { Row } from './draft_filter';

const usualDays = '7';

// What an editor shows at first, because it always shows something.
export function firstValues(field: Pick<Field, 'kind'> | undefined, way: Way): string[] {
  switch (operandOf(way)) {
    case 'period':
      return ['day:0:0'];
    case 'days':
      return [usualDays];
    case 'values':
      return field?.kind === Field_Kind.YES_NO ? ['yes'] : [];
    default:
      return [];
  }
}

export function newRow(name: string, field: Pick<Field, 'kind' | 'system'> | undefined): Omit<Row, 'id'> {
  const [way = 'filled'] = waysOf(field);
  return { field: name, way, values: firstValues(field, way) };
}

// What is typed stays if the other way is compared with the same.
export function withWay(row: Row, way: Way, field: Pick<Field, 'kind'> | undefined): Row {
  const isSame = operandOf(row.way) === operandOf(way);
  return { ...row, way, values: isSame ? row.values : firstValues(field, way) };
}
