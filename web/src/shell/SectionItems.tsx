import { IconAddressBook, IconArrowsShuffle, IconBuilding, IconMailQuestion } from '@tabler/icons-react';
import type { User } from '../gen/voronka/crm/v1/user_pb';
import { useWaitingForms } from '../held_forms/waiting';
import { useTranslation } from '../i18n/translation';
import { leads } from '../people/rights';
import { NavItem } from './NavItem';
import styles from './Sidebar.module.css';

const icon = { size: 18, 'aria-hidden': true } as const;

// For those who lead others.
function LeadItems({ screen }: { screen: string }) {
  const { t } = useTranslation();
  const waiting = useWaitingForms(true);
  return (
    <>
      <NavItem
        to="/held-forms"
        icon={<IconMailQuestion {...icon} />}
        text={t('nav.heldForms')}
        current={screen === '/held-forms'}
        alert={{ count: waiting, text: t('heldForms.count', { count: waiting }) }}
      />
      <NavItem
        to="/offers"
        icon={<IconArrowsShuffle {...icon} />}
        text={t('nav.offers')}
        current={screen === '/offers'}
      />
    </>
  );
}

// The sections that nobody begins the day with, loaded apart from the first screen. On a phone there is room for the
// contacts alone: their page leads to the companies.
export function SectionItems({ user, screen }: { user: User; screen: string }) {
  const { t } = useTranslation();
  return (
    <>
      <NavItem
        to="/contacts"
        icon={<IconAddressBook {...icon} />}
        text={t('clientLists.contacts')}
        current={screen.startsWith('/contacts')}
      />
      <div className={styles.wide}>
        <NavItem
          to="/companies"
          icon={<IconBuilding {...icon} />}
          text={t('clientLists.companies')}
          current={screen.startsWith('/companies')}
        />
      </div>
      {leads(user) && <LeadItems screen={screen} />}
    </>
  );
}
