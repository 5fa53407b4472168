import { TextInput } from '@mantine/core';
import { useTranslation } from '../i18n/translation';

interface CodeFieldProps {
  value: string;
  onChange: (typed: string) => void;
  error?: string;
  size?: 'sm' | 'md';
  // A recovery code instead of one of the app: it has letters, and no phone suggests it.
  isRecovery?: boolean;
  autoFocus?: boolean;
}

// A one-time code of the second factor.
export function CodeField({ onChange, isRecovery = false, ...field }: CodeFieldProps) {
  const { t } = useTranslation();
  return (
    <TextInput
      {...field}
      name="code"
      label={t(isRecovery ? 'credentials.recoveryCode' : 'credentials.code')}
      placeholder={isRecovery ? 'xxxx-xxxx-xxxx-xxxx' : '123 456'}
      onChange={(event) => onChange(event.currentTarget.value)}
      autoComplete={isRecovery ? 'off' : 'one-time-code'}
      inputMode={isRecovery ? 'text' : 'numeric'}
      autoCapitalize="none"
      spellCheck={false}
      maxLength={30}
      required
      withAsterisk={false}
    />
  );
}
