import type { User } from '../gen/voronka/crm/v1/user_pb';
import { useTranslation } from '../i18n/translation';
import { isAdmin } from '../people/rights';
import { FirstStepsItem } from './FirstStepsItem';
import { NavItem } from './NavItem';
import { settingsItems } from './settings_items';
import styles from './Sidebar.module.css';

// What is set up, by those who may. Loaded apart from the first screen, which shows managers none of it.
export function SettingsItems({ user, screen }: { user: User; screen: string }) {
  const { t } = useTranslation();
  return (
    <div className={styles.settings}>
      {isAdmin(user) && <FirstStepsItem screen={screen} />}
      {settingsItems
        .filter(({ isFor }) => isFor(user))
        .map(({ to, Icon, name }) => (
          <NavItem
            key={to}
            to={to}
            icon={<Icon size={18} aria-hidden="true" />}
            text={t(name)}
            current={screen.startsWith(to)}
          />
        ))}
    </div>
  );
}
