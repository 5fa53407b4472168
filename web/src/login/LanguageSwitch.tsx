import { SegmentedControl } from '@mantine/core';
import { chooseLanguage } from '../i18n/i18n';
import type { Language } from '../i18n/language';
import { useTranslation } from '../i18n/translation';

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
