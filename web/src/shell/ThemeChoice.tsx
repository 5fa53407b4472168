import { Menu, useMantineColorScheme } from '@mantine/core';
import { IconCheck, IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react';
import { useTranslation } from '../i18n/translation';

const choices = [
  { scheme: 'light', text: 'theme.light', SchemeIcon: IconSun },
  { scheme: 'dark', text: 'theme.dark', SchemeIcon: IconMoon },
  { scheme: 'auto', text: 'theme.system', SchemeIcon: IconDeviceDesktop },
] as const;

// Items of a menu.
export function ThemeChoice() {
  const { t } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return choices.map(({ scheme, text, SchemeIcon }) => (
    <Menu.Item
      key={scheme}
      aria-current={scheme === colorScheme}
      leftSection={<SchemeIcon size={16} aria-hidden="true" />}
      rightSection={scheme === colorScheme && <IconCheck size={16} aria-hidden="true" />}
      onClick={() => setColorScheme(scheme)}
    >
      {t(text)}
    </Menu.Item>
  ));
}
