import type { Entity, Field } from '../gen/voronka/crm/v1/field_set_pb';
import type { Role } from '../gen/voronka/options/v1/access_pb';
import { useTranslation } from '../i18n/translation';
import { mayEditField } from '../people/rights';
import { roleName, unlimitedRoles } from '../people/roles';
import { useFieldSet } from './field_sets';

type Editable = Pick<Field, 'editableBy'>;

// Who changes a field that is not for everybody to change. Those who always may are named only if nobody else may.
export function changersOf({ editableBy }: Editable): Role[] {
  const others = editableBy.filter((role) => !unlimitedRoles.includes(role));
  return others.length > 0 ? others : unlimitedRoles;
}

// What every editor asks before it offers an input: who changes the field instead of the user, «Меняет: Руководитель
// отдела продаж». Empty: the user may. The service decides; this only spares people the attempt. `fills`: the field is
// asked for, and somebody has to fill it in.
export function useLockOf(verb: 'changes' | 'fills' = 'changes'): (field: Editable) => string {
  const { t } = useTranslation();
  return (field) => {
    if (field.editableBy.length === 0 || mayEditField(field)) return '';
    const list = changersOf(field).map((role) => t(roleName(role)));
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
