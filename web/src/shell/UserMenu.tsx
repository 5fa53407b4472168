import { Menu, UnstyledButton } from '@mantine/core';
import { deferred } from '../components/deferred';
import type { User } from '../gen/voronka/crm/v1/user_pb';
import { useTranslation } from '../i18n/translation';
import { Avatar } from '../people/Avatar';
import styles from './UserMenu.module.css';

// Nobody opens it before the first screen is there.
export const userMenuItems = deferred(async () => (await import('./UserMenuItems')).UserMenuItems);

export function UserMenu({ user }: { user: User }) {
  const { t } = useTranslation();
  return (
    <Menu position="top-start" width={240}>
      <Menu.Target>
        <UnstyledButton className={styles.user} aria-label={t('nav.account', { name: user.displayName })}>
          <Avatar userId={user.id} name={user.displayName} size={28} />
          <span className={styles.name}>{user.displayName}</span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <userMenuItems.Component user={user} />
      </Menu.Dropdown>
    </Menu>
  );
}
