import { SegmentedControl } from '@mantine/core';
import { useTranslation } from './translation';
import { chooseLanguage } from './i18n';
import type { Language } from './language';

const names = [
  { value: 'ru', label: 'Русский' },
  { value: 'en', label: 'English' },
];

export function LanguageSwitch() {
  const { t, i18n } = useTranslation();
  return (
    <SegmentedControl
      aria-label={t('session.language')}
      size="xs"
      data={names}
      value={i18n.language}
      onChange={(chosen) => void chooseLanguage(chosen as Language)}
    />
  );
}
