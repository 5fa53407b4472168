import { NativeSelect, TextInput } from '@mantine/core';
import { User_State, type User } from '../gen/voronka/crm/v1/user_pb';
import type { Role } from '../gen/voronka/options/v1/access_pb';
import { useTranslation } from '../i18n/translation';
import { usePeople } from '../people/people';
import { roleHint, roles } from '../people/roles';
import type { UserFields } from '../people/user_fields';
import { useTeams } from '../people/team_query';

interface InputProps<T> {
  value: T;
  onChange: (changed: Partial<UserFields>) => void;
  error?: string;
}

export function NameInput({ onChange, ...input }: InputProps<string> & { autoFocus?: boolean }) {
  const { t } = useTranslation();
  return (
    <TextInput
      {...input}
      label={t('people.name')}
      description={t('people.nameHint')}
      onChange={(event) => onChange({ displayName: event.currentTarget.value })}
      maxLength={100}
      autoComplete="off"
      required
      withAsterisk={false}
      data-autofocus={input.autoFocus}
    />
  );
}

export function LoginInput({ onChange, ...input }: InputProps<string>) {
  const { t } = useTranslation();
  return (
    <TextInput
      {...input}
      label={t('users.login')}
      description={t('users.loginHint')}
      onChange={(event) => onChange({ login: event.currentTarget.value })}
      maxLength={254}
      inputMode="email"
      autoCapitalize="none"
      autoComplete="off"
      spellCheck={false}
      required
      withAsterisk={false}
    />
  );
}

export function RoleSelect({ value, onChange, error }: InputProps<Role>) {
  const { t } = useTranslation();
  return (
    <NativeSelect
      label={t('users.role')}
      description={t(roleHint(value))}
      value={String(value)}
      onChange={(event) =>
        onChange({ role: roles.find(({ role }) => String(role) === event.currentTarget.value)?.role })
      }
      error={error}
      data={roles.map(({ role, name }) => ({ value: String(role), label: t(name) }))}
    />
  );
}

export function TeamSelect({ value, onChange, error }: InputProps<bigint>) {
  const { t } = useTranslation();
  const teams = useTeams();
  return (
    <NativeSelect
      label={t('users.team')}
      value={String(value)}
      onChange={(event) => onChange({ teamId: BigInt(event.currentTarget.value) })}
      error={error}
      data={[
        { value: '0', label: t('users.noTeam') },
        ...teams.map(({ id, name }) => ({ value: String(id), label: name })),
      ]}
    />
  );
}

export function DeputySelect({ user, value, onChange, error }: InputProps<bigint> & { user: User }) {
  const { t } = useTranslation();
  const others = [...usePeople().values()].filter(
    ({ id, state }) => id !== user.id && (state !== User_State.DISABLED || id === value),
  );
  return (
    <NativeSelect
      label={t('users.deputy')}
      description={t('users.deputyHint')}
      value={String(value)}
      onChange={(event) => onChange({ deputyUserId: BigInt(event.currentTarget.value) })}
      error={error}
      data={[
        { value: '0', label: t('users.noDeputy') },
        ...others.map(({ id, displayName }) => ({ value: String(id), label: displayName })),
      ]}
    />
  );
}
