import { IconAddressBook, IconBuilding } from '@tabler/icons-react';
import { useTranslation } from '../i18n/translation';
import { NavItem } from './NavItem';
import styles from './Sidebar.module.css';

// Contacts and companies. On a phone there is room for one: the page of the contacts leads to the companies.
export function ClientItems({ screen }: { screen: string }) {
  const { t } = useTranslation();
  return (
    <>
      <NavItem
        to="/contacts"
        icon={<IconAddressBook size={18} aria-hidden="true" />}
        text={t('clientLists.contacts')}
        current={screen.startsWith('/contacts')}
      />
      <div className={styles.wide}>
        <NavItem
          to="/companies"
          icon={<IconBuilding size={18} aria-hidden="true" />}
          text={t('clientLists.companies')}
          current={screen.startsWith('/companies')}
        />
      </div>
    </>
  );
}
