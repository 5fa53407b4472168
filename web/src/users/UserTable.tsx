import { Link } from 'wouter';
import { RowTable } from '../components/RowTable';
import rows from '../components/RowTable.module.css';
import type { User } from '../gen/voronka/crm/v1/user_pb';
import { useTranslation } from '../i18n/translation';
import { Avatar } from '../people/Avatar';
import { roleName } from '../people/roles';
import { StateBadge } from '../people/StateBadge';
import { useTeams } from '../people/team_query';
import styles from './UserTable.module.css';

function UserRow({ user, team }: { user: User; team: string }) {
  const { t } = useTranslation();
  return (
    <tr className={rows.row} data-user={String(user.id)}>
      <th scope="row" className={rows.first}>
        <span className={styles.name}>
          <Avatar userId={user.id} name={user.displayName} size={28} />
          <Link to={`/users/${user.id}`} className={rows.link}>
            {user.displayName}
          </Link>
        </span>
      </th>
      <td className={styles.login}>{user.login}</td>
      <td>{t(roleName(user.role))}</td>
      <td className={styles.team}>{team}</td>
      <td>
        <StateBadge state={user.state} />
      </td>
      <td className={styles.factor} data-on={user.totpEnabled} data-column={t('users.factor')}>
        {t(user.totpEnabled ? 'users.factorOn' : 'users.factorOff')}
      </td>
    </tr>
  );
}

const columns = ['users.name', 'users.login', 'users.role', 'users.team', 'users.state', 'users.factor'];

export function UserTable({ users }: { users: User[] }) {
  const { t } = useTranslation();
  const teams = useTeams();
  const teamOf = ({ teamId }: User) => teams.find(({ id }) => id === teamId)?.name ?? '';
  return (
    <RowTable columns={columns.map((name) => t(name))}>
      {users.map((user) => (
        <UserRow key={String(user.id)} user={user} team={teamOf(user)} />
      ))}
    </RowTable>
  );
}
