import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { User } from '../gen/voronka/crm/v1/user_pb';
import { shelf } from '../live/shelf';
import { keepUp } from '../live/upkeep';
import { LossDialog } from '../moves/LossDialog';
import { StageDialog } from '../moves/StageDialog';
import { Popups } from '../notifications/Popups';
import { DeclineDialog } from '../offers/DeclineDialog';
import { CompleteDialog } from '../tasks/CompleteDialog';
import { ConnectionBanner } from '../outbox/ConnectionBanner';
import { KeysDialog } from './KeysDialog';
import { closeDeal } from './navigation';
import { useShown } from './screen';
import { Screens } from './Screens';
import { Sidebar } from './Sidebar';
import { Toasts } from './Toasts';
import styles from './Workplace.module.css';

const DealDrawer = lazy(() => import('../deal/DealDrawer').then((module) => ({ default: module.DealDrawer })));

function useUpkeep(user: User): void {
  const client = useQueryClient();
  useEffect(() => {
    const stop = keepUp(client, user.id);
    return () => {
      stop();
      client.clear();
      shelf.clear();
    };
  }, [client, user.id]);
}

export function Workplace({ user }: { user: User }) {
  const { t } = useTranslation();
  const { screen, dealId } = useShown();
  useUpkeep(user);
  return (
    <div className={styles.workplace}>
      <a className="skip" href="#content">
        {t('nav.skip')}
      </a>
      <Sidebar user={user} screen={screen} />
      <main id="content" className={styles.content} tabIndex={-1}>
        <ConnectionBanner />
        <Screens screen={screen} isUnderDeal={dealId !== undefined} user={user} />
      </main>
      <Suspense>
        {dealId !== undefined && <DealDrawer key={String(dealId)} dealId={dealId} close={() => closeDeal(screen)} />}
      </Suspense>
      <LossDialog />
      <StageDialog />
      <DeclineDialog />
      <CompleteDialog />
      <KeysDialog />
      <Popups />
      <Toasts />
    </div>
  );
}
