import { Button } from '@mantine/core';
import { IconCloudOff, IconPlugConnectedX } from '@tabler/icons-react';
import { useNow } from '../calendar/now';
import { useTranslation } from '../i18n/translation';
import { alive, downParts } from '../live/topics';
import { useObserved } from '../state/observable';
import styles from './ConnectionBanner.module.css';
import { nameOf } from './name_of';
import { forgetChange } from './outbox';
import { isTooOld, waitingChanges } from './waiting';
import { isMove, isTake, type KeptChange } from './storage';
import { WaitingCounts } from './WaitingCounts';

function useDescription(): (change: KeptChange) => string {
  const { t } = useTranslation();
  return (change) => {
    const name = nameOf(change);
    if (isTake(change)) return t('connection.take', { name });
    if (isMove(change)) return t('connection.move', { name, stage: change.stageName || change.stage });
    return t('connection.note', { name, text: change.text });
  };
}

function StaleChanges({ changes }: { changes: KeptChange[] }) {
  const { t } = useTranslation();
  const describe = useDescription();
  return (
    <div className={styles.banner} role="status">
      <span>{t('connection.tooOld')}</span>
      {changes.map((change) => (
        <span key={change.requestId} className={styles.move}>
          {describe(change)}
          <Button size="compact-xs" variant="default" onClick={() => void forgetChange(change)}>
            {t('actions.hide')}
          </Button>
        </span>
      ))}
    </div>
  );
}

// Which part of the work stands still. The rest of it goes on.
function DownParts() {
  const { t } = useTranslation();
  return useObserved(downParts).map((part) => (
    <div key={part} className={styles.banner} role="status" data-down={part}>
      <IconPlugConnectedX size={16} aria-hidden="true" />
      <span>{t(`connection.down.${part}`)}</span>
    </div>
  ));
}

// Unobtrusive: the connection is lost, but what waits for it is not. `brief`: where there is little room.
export function ConnectionBanner({ brief = false }: { brief?: boolean }) {
  const { t } = useTranslation();
  const isCrmDown = useObserved(downParts).includes('crm');
  const connected = useObserved(alive) || isCrmDown;
  const changes = useObserved(waitingChanges);
  const now = useNow(60_000).getTime();
  const stale = changes.filter((change) => isTooOld(change, now));
  const waiting = changes.filter((change) => !isTooOld(change, now));
  return (
    <>
      <DownParts />
      {(!connected || waiting.length > 0) && (
        <div className={styles.banner} role="status">
          <IconCloudOff size={16} aria-hidden="true" />
          {!connected && <span>{t(brief ? 'connection.lostBrief' : 'connection.lost')}</span>}
          <WaitingCounts changes={waiting} />
        </div>
      )}
      {stale.length > 0 && <StaleChanges changes={stale} />}
    </>
  );
}
