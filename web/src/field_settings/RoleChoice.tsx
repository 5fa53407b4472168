import { Checkbox } from '@mantine/core';
import type { Role } from '../gen/voronka/options/v1/access_pb';
import { useTranslation } from '../i18n/translation';
import { roles, unlimitedRoles } from '../people/roles';
import type { DraftField } from './draft_set';
import styles from './field_settings.module.css';

interface RoleChoiceProps {
  field: DraftField;
  part: 'visibleTo' | 'editableBy';
  change: (part: Partial<DraftField>) => void;
}

const limited = roles.filter(({ role }) => !unlimitedRoles.includes(role));

// None is chosen: the field is for all. A list of those alone who always may leaves out all others.
export function RoleChoice({ field, part, change }: RoleChoiceProps) {
  const { t } = useTranslation();
  const chosen = field[part] ?? [];
  const isFor = (role: Role) => chosen.length === 0 || chosen.includes(role);
  const toggle = (role: Role) => {
    const named = limited.filter((other) => isFor(other.role) !== (other.role === role)).map((other) => other.role);
    change({ [part]: named.length === limited.length ? [] : [...named, ...unlimitedRoles] });
  };
  return (
    <fieldset className={styles.fieldset}>
      <legend>{t(`accessSettings.${part}`)}</legend>
      {limited.map(({ role, name }) => (
        <Checkbox key={role} label={t(name)} checked={isFor(role)} onChange={() => toggle(role)} />
      ))}
      <p className={styles.note}>{t('accessSettings.rolesHint')}</p>
    </fieldset>
  );
}
