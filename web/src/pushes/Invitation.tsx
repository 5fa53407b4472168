import { Button } from '@mantine/core';
import { useLayoutEffect } from 'react';
import { useTranslation } from '../i18n/translation';
import { choose } from './choice';
import styles from './Invitation.module.css';
import { isInvited } from './invited';
import { invitesInList } from './push_state';
import { turnOn } from './turn_on';
import { useSituation } from './use_situation';

interface InvitationProps {
  // Opens the settings, which explain what has to be done.
  setUp: () => void;
}

// What the invitation says, and its answers.
export function InvitationText({ setUp }: InvitationProps) {
  const { t } = useTranslation();
  const { obstacle, phase, problem } = useSituation();
  const text = obstacle ? `pushes.invitation.${obstacle}` : 'pushes.invitation.open';
  return (
    <>
      <p className={styles.text}>{t(text)}</p>
      {problem && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
      <div className={styles.buttons}>
        {obstacle ? (
          <Button size="compact-sm" onClick={setUp}>
            {t('pushes.how')}
          </Button>
        ) : (
          <Button size="compact-sm" loading={phase === 'turning'} onClick={() => void turnOn()}>
            {t('pushes.turnOn')}
          </Button>
        )}
        <Button size="compact-sm" variant="default" onClick={() => choose({ pushes: 'off', asked: true })}>
          {t('pushes.notNow')}
        </Button>
      </div>
    </>
  );
}

// Quiet, where the user looks for notifications.
export function Invitation({ setUp }: InvitationProps) {
  const invited = isInvited(useSituation());
  useLayoutEffect(() => {
    invitesInList.set(invited);
    return () => invitesInList.set(false);
  }, [invited]);
  if (!invited) return null;
  return (
    <div className={styles.invitation}>
      <InvitationText setUp={setUp} />
    </div>
  );
}
