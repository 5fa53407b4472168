import { PasswordInput, TextInput } from '@mantine/core';
import { useTranslation } from '../i18n/translation';

interface PasswordStepProps {
  login: string;
  password: string;
  onChange: (changed: { login?: string; password?: string }) => void;
}

export function PasswordStep({ login, password, onChange }: PasswordStepProps) {
  const { t } = useTranslation();
  return (
    <>
      <TextInput
        name="login"
        label={t('session.login')}
        value={login}
        onChange={(event) => onChange({ login: event.currentTarget.value })}
        autoComplete="username"
        size="md"
        required
        withAsterisk={false}
        autoFocus={!login}
      />
      <PasswordInput
        name="password"
        label={t('session.password')}
        value={password}
        onChange={(event) => onChange({ password: event.currentTarget.value })}
        autoComplete="current-password"
        size="md"
        required
        withAsterisk={false}
        autoFocus={login !== ''}
      />
    </>
  );
}
