import { IconFilter, IconForms, IconUsers, IconUsersGroup } from '@tabler/icons-react';
import type { User } from '../gen/voronka/crm/v1/user_pb';
import { useTranslation } from '../i18n/translation';
import { editsQueues, isAdmin } from '../people/rights';
import { FirstStepsItem } from './FirstStepsItem';
import { NavItem } from './NavItem';
import styles from './Sidebar.module.css';

const sections = [
  { to: '/users', Icon: IconUsers, text: 'nav.users', isFor: isAdmin },
  { to: '/settings/fields', Icon: IconForms, text: 'nav.fields', isFor: isAdmin },
  { to: '/settings/pipelines', Icon: IconFilter, text: 'nav.pipelines', isFor: isAdmin },
  { to: '/settings/queues', Icon: IconUsersGroup, text: 'nav.queues', isFor: editsQueues },
] as const;

// What is set up, by those who may. Loaded apart from the first screen, which shows managers none of it.
export function SettingsItems({ user, screen }: { user: User; screen: string }) {
  const { t } = useTranslation();
  return (
    <div className={styles.settings}>
      {isAdmin(user) && <FirstStepsItem screen={screen} />}
      {sections
        .filter(({ isFor }) => isFor(user))
        .map(({ to, Icon, text }) => (
          <NavItem
            key={to}
            to={to}
            icon={<Icon size={18} aria-hidden="true" />}
            text={t(text)}
            current={screen.startsWith(to)}
          />
        ))}
    </div>
  );
}
