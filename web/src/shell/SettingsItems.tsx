import { useTranslation } from '../i18n/translation';
import { NavItem } from './NavItem';
import { settingsItems } from './settings_items';

// The part of the sidebar for admins. Most people do not have it, so it is loaded by those who do.
export function SettingsItems({ screen }: { screen: string }) {
  const { t } = useTranslation();
  return settingsItems.map(({ to, Icon, name }) => (
    <NavItem
      key={to}
      to={to}
      icon={<Icon size={18} aria-hidden="true" />}
      text={t(name)}
      current={screen.startsWith(to)}
    />
  ));
}
