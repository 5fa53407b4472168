import { PasswordInput } from '@mantine/core';
import { useTranslation } from '../i18n/translation';
import { shortestPassword, type NewPassword, type PasswordFaults } from './new_password';
import { useVisibility } from './use_visibility';

interface NewPasswordFieldsProps {
  value: NewPassword;
  onChange: (typed: NewPassword) => void;
  // In words.
  problems: PasswordFaults;
  size?: 'sm' | 'md';
  autoFocus?: boolean;
}

// A password that is chosen, typed twice. One button shows both.
export function NewPasswordFields({ value, onChange, problems, size = 'sm', autoFocus }: NewPasswordFieldsProps) {
  const { t } = useTranslation();
  const shared = { ...useVisibility(), size, autoComplete: 'new-password', required: true, withAsterisk: false };
  return (
    <>
      <PasswordInput
        {...shared}
        name="new-password"
        label={t('credentials.newPassword')}
        description={t('credentials.hint', { count: shortestPassword })}
        value={value.password}
        onChange={(event) => onChange({ ...value, password: event.currentTarget.value })}
        error={problems.password}
        aria-invalid={problems.password !== undefined}
        autoFocus={autoFocus}
      />
      <PasswordInput
        {...shared}
        name="repeated-password"
        label={t('credentials.repeat')}
        value={value.repeated}
        onChange={(event) => onChange({ ...value, repeated: event.currentTarget.value })}
        error={problems.repeated}
        aria-invalid={problems.repeated !== undefined}
      />
    </>
  );
}
