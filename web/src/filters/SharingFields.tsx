import { Checkbox } from '@mantine/core';
import type { Role } from '../gen/voronka/options/v1/access_pb';
import { useTranslation } from '../i18n/translation';
import { roles } from '../people/roles';
import { useTeams } from '../people/team_query';
import styles from './filters.module.css';

// With whom a filter is shared: each adds to the others.
export interface Sharing {
  everybody: boolean;
  teamIds: bigint[];
  roles: Role[];
}

interface SharingFieldsProps {
  sharing: Sharing;
  change: (sharing: Sharing) => void;
}

const toggled = <T,>(all: T[], one: T): T[] =>
  all.includes(one) ? all.filter((other) => other !== one) : [...all, one];

export function SharingFields({ sharing, change }: SharingFieldsProps) {
  const { t } = useTranslation();
  const teams = useTeams();
  return (
    <fieldset className={styles.sharing}>
      <legend>{t('filters.sharing')}</legend>
      <Checkbox
        label={t('filters.everybody')}
        checked={sharing.everybody}
        onChange={() => change({ ...sharing, everybody: !sharing.everybody })}
      />
      {!sharing.everybody &&
        teams.map(({ id, name }) => (
          <Checkbox
            key={String(id)}
            label={t('filters.team', { name })}
            checked={sharing.teamIds.includes(id)}
            onChange={() => change({ ...sharing, teamIds: toggled(sharing.teamIds, id) })}
          />
        ))}
      {!sharing.everybody &&
        roles.map(({ role, name }) => (
          <Checkbox
            key={role}
            label={t(name)}
            checked={sharing.roles.includes(role)}
            onChange={() => change({ ...sharing, roles: toggled(sharing.roles, role) })}
          />
        ))}
    </fieldset>
  );
}
