import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from '../i18n/translation';
import type { User } from '../gen/voronka/crm/v1/user_pb';
import { nobodyYet, People, peopleQuery } from '../people/people';
import { Popups } from '../notifications/Popups';
import { ConnectionBanner } from '../outbox/ConnectionBanner';
import { deferred } from './deferred';
import { useLater } from './later';
import { closeDeal } from './navigation';
import { useShown } from './screen';
import { Screens } from './Screens';
import { Sidebar } from './Sidebar';
import { Toasts } from './Toasts';
import styles from './Workplace.module.css';

export { followSession } from './work';

const dialogs = deferred(async () => (await import('./Dialogs')).Dialogs);
const drawer = deferred(async () => (await import('../deal/DealDrawer')).DealDrawer);

export function Workplace({ user }: { user: User }) {
  const { t } = useTranslation();
  const { screen, dealId } = useShown();
  const later = useLater();
  useEffect(() => {
    if (later) drawer.load();
  }, [later]);
  const people = useQuery(peopleQuery).data ?? nobodyYet;
  return (
    <People value={people}>
      <div className={styles.workplace}>
        <a className="skip" href="#content">
          {t('nav.skip')}
        </a>
        <Sidebar user={user} screen={screen} />
        <main id="content" className={styles.content} tabIndex={-1}>
          <ConnectionBanner />
          <Screens screen={screen} isUnderDeal={dealId !== undefined} user={user} />
        </main>
        {dealId !== undefined && (
          <drawer.Component key={String(dealId)} dealId={dealId} close={() => closeDeal(screen)} />
        )}
        {later && <dialogs.Component />}
        <Popups />
        <Toasts />
      </div>
    </People>
  );
}
