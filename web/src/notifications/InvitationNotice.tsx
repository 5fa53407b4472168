import { useEffect, useState } from 'react';
import { navigate } from 'wouter/use-browser-location';
import { useTranslation } from '../i18n/translation';
import { choose } from '../pushes/choice';
import { comesUp, isInvited } from '../pushes/invited';
import { InvitationText } from '../pushes/Invitation';
import { invitesInList } from '../pushes/push_state';
import { useSituation } from '../pushes/use_situation';
import { useObserved } from '../state/observable';
import { isAboutOffer, isAboutTask } from './inbox';
import styles from './Popups.module.css';
import { popups, popupTopic } from './popups';

// Whether an offer or a reminder has popped up since the page was opened.
function useHasGot(): boolean {
  const [hasGot, setHasGot] = useState(false);
  useEffect(
    () =>
      popupTopic.subscribe((notification) => {
        if (isAboutOffer(notification) || isAboutTask(notification)) setHasGot(true);
      }),
    [],
  );
  return hasGot;
}

// The invitation to pushes, once, where pop-ups are: until it is answered, or the page is closed.
export function InvitationNotice() {
  const { t } = useTranslation();
  const situation = useSituation();
  const [shown, setShown] = useState(false);
  const isInList = useObserved(invitesInList);
  const comes = comesUp(situation, useHasGot(), useObserved(popups).length > 0 || isInList);
  useEffect(() => {
    if (!comes) return;
    setShown(true);
    choose({ asked: true });
  }, [comes]);
  if (!shown || isInList || !isInvited(situation)) return null;
  return (
    <div>
      <section className={styles.notice} aria-label={t('pushes.title')}>
        <InvitationText setUp={() => navigate('/notifications')} />
      </section>
    </div>
  );
}
