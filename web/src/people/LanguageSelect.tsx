import { NativeSelect } from '@mantine/core';
import { useTranslation } from '../i18n/translation';

interface LanguageSelectProps {
  value: string;
  onChange: (locale: string) => void;
  error?: string;
  disabled?: boolean;
}

export function LanguageSelect({ value, onChange, error, disabled }: LanguageSelectProps) {
  const { t } = useTranslation();
  return (
    <NativeSelect
      label={t('people.language')}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={error}
      disabled={disabled}
      data={[
        { value: '', label: t('people.accountLanguage') },
        { value: 'ru', label: 'Русский' },
        { value: 'en', label: 'English' },
      ]}
    />
  );
}
