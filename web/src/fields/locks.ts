import type { Entity, Field } from '../gen/voronka/crm/v1/field_set_pb';
import { useTranslation } from '../i18n/translation';
import { mayEditField } from '../people/rights';
import { changersAmong, roleName } from '../people/roles';
import { useFieldSet } from './field_sets';

type Editable = Pick<Field, 'editableBy'>;

// What every editor asks before it offers an input: who changes the field instead of the user, «Меняет: Руководитель
// отдела продаж». Empty: the user may. The service decides; this only spares people the attempt. `fills`: the field is
// asked for, and somebody has to fill it in.
export function useLockOf(verb: 'changes' | 'fills' = 'changes'): (field: Editable) => string {
  const { t } = useTranslation();
  return (field) => {
    if (field.editableBy.length === 0 || mayEditField(field)) return '';
    const list = changersAmong(field.editableBy).map((role) => t(roleName(role)));
    return t(`fields.lock.${verb}`, { list: list.join(', ') });
  };
}

// The same of a system field, by its key. Nothing is locked until it is known.
export function useLocks(entity: Entity): (key: string) => string {
  const lockOf = useLockOf();
  const fields = useFieldSet(entity)?.fields ?? [];
  return (key) => {
    const field = fields.find((known) => known.key === key);
    return field ? lockOf(field) : '';
  };
}
