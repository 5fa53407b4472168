import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { deferred } from '../components/deferred';
import { Toasts } from '../components/Toasts';
import type { User } from '../gen/voronka/crm/v1/user_pb';
import { useTranslation } from '../i18n/translation';
import { closeDeal, useShown } from '../navigation/deal_route';
import { loadNotifications, popupNotices } from '../notifications/parts';
import { ConnectionBanner } from '../outbox/ConnectionBanner';
import { nobodyYet, People, peopleQuery } from '../people/people';
import '../tasks/follow_approvals';
import { Screens } from './Screens';
import { Sidebar } from './Sidebar';
import { swallowTapsThrough } from './tap_through';
import { Title } from './Title';
import { userMenuItems } from './UserMenu';
import styles from './Workplace.module.css';

export { followSession } from './follow_session';

const dialogs = deferred(async () => (await import('./Dialogs')).Dialogs);
const drawer = deferred(async () => (await import('../deal/DealDrawer')).DealDrawer);

// Before a deal is opened, so that it shows its fields at once. Whoever opens it asks again if this fails.
async function loadFieldSets(): Promise<void> {
  await import('../fields/field_sets').then(({ askForFieldSets }) => askForFieldSets()).catch(() => undefined);
}

const soonMs = 700;

// True once the first screen has had time to load. Whatever is not visible on it waits for that.
function useLater(): boolean {
  const [later, setLater] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLater(true), soonMs);
    return () => clearTimeout(timer);
  }, []);
  return later;
}

function Notices() {
  const notices = useRef<HTMLDivElement>(null);
  useEffect(() => (notices.current ? swallowTapsThrough(notices.current) : undefined), []);
  return (
    <div ref={notices} className={styles.notices}>
      <Toasts />
      <popupNotices.Component />
    </div>
  );
}

export function Workplace({ user }: { user: User }) {
  const { t } = useTranslation();
  const { screen, dealId } = useShown();
  const later = useLater();
  useEffect(() => {
    if (!later) return;
    drawer.load();
    userMenuItems.load();
    loadNotifications();
    void loadFieldSets();
  }, [later]);
  const people = useQuery(peopleQuery).data ?? nobodyYet;
  return (
    <People value={people}>
      <Title screen={screen} dealId={dealId} />
      <div className={styles.workplace}>
        <a className="skip" href="#content">
          {t('nav.skip')}
        </a>
        <Sidebar user={user} screen={screen} />
        <main id="content" className={styles.content} tabIndex={-1}>
          {/* An open deal says it itself, over this. */}
          <div className={styles.connection} aria-hidden={dealId !== undefined}>
            <ConnectionBanner />
          </div>
          <Screens screen={screen} isUnderDeal={dealId !== undefined} user={user} />
        </main>
        {dealId !== undefined && (
          <drawer.Component key={String(dealId)} dealId={dealId} close={() => closeDeal(screen)} />
        )}
        {later && <dialogs.Component />}
        <Notices />
      </div>
    </People>
  );
}
