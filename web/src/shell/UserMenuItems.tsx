import { Menu } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import {
  IconBell,
  IconDevices,
  IconKeyboard,
  IconLanguage,
  IconLogout,
  IconMessageReport,
  IconRocket,
  IconUser,
} from '@tabler/icons-react';
import { navigate } from 'wouter/use-browser-location';
import type { User } from '../gen/voronka/crm/v1/user_pb';
import { chooseLanguage } from '../i18n/i18n';
import { useTranslation } from '../i18n/translation';
import { ownRemarksPath } from '../navigation/remark_path';
import { isAdmin } from '../people/rights';
import { leave } from './leaving';
import { settingsItems } from './settings_items';
import { shortcutsShown } from './shortcuts';
import { ThemeChoice } from './ThemeChoice';

// Items of the user's menu.
export function UserMenuItems({ user }: { user: User }) {
  const { t, i18n } = useTranslation();
  const other = i18n.language === 'ru' ? 'en' : 'ru';
  // On a wide screen these are among the sections.
  const narrow = useMediaQuery('(max-width: 640px)', undefined, { getInitialValueInEffect: false });
  const icon = { size: 16, 'aria-hidden': true } as const;
  return (
    <>
      <Menu.Item leftSection={<IconUser {...icon} />} onClick={() => navigate('/profile')}>
        {t('nav.profile')}
      </Menu.Item>
      <Menu.Item leftSection={<IconBell {...icon} />} onClick={() => navigate('/notifications')}>
        {t('notifications.title')}
      </Menu.Item>
      <Menu.Item leftSection={<IconMessageReport {...icon} />} onClick={() => navigate(ownRemarksPath)}>
        {t('remarks.own')}
      </Menu.Item>
      {narrow &&
        settingsItems
          .filter(({ isFor }) => isFor(user))
          .map(({ to, Icon, name }) => (
            <Menu.Item key={to} leftSection={<Icon {...icon} />} onClick={() => navigate(to)}>
              {t(name)}
            </Menu.Item>
          ))}
      {isAdmin(user) && (
        <Menu.Item leftSection={<IconRocket {...icon} />} onClick={() => navigate('/first-steps')}>
          {t('nav.firstSteps')}
        </Menu.Item>
      )}
      <Menu.Divider />
      <Menu.Item leftSection={<IconLanguage {...icon} />} onClick={() => void chooseLanguage(other)} lang={other}>
        {other === 'en' ? 'English' : 'Русский'}
      </Menu.Item>
      <Menu.Item leftSection={<IconKeyboard {...icon} />} onClick={() => shortcutsShown.set(true)}>
        {t('nav.keys')}
      </Menu.Item>
      <Menu.Divider />
      <ThemeChoice />
      <Menu.Divider />
      <Menu.Item leftSection={<IconLogout {...icon} />} onClick={() => leave({ everywhere: false })}>
        {t('session.logOut')}
      </Menu.Item>
      <Menu.Item leftSection={<IconDevices {...icon} />} onClick={() => leave({ everywhere: true })}>
        {t('session.logOutEverywhere')}
      </Menu.Item>
    </>
  );
}
