import { Button } from '@mantine/core';
import { IconCloudOff, IconPlugConnectedX } from '@tabler/icons-react';
import { useNow } from '../calendar/now';
import { useTranslation } from '../i18n/translation';
import { alive, downParts } from '../live/topics';
import { useObserved } from '../state/observable';
import styles from './ConnectionBanner.module.css';
import { forgetChange, isTooOld, waitingChanges } from './outbox';
import { isMove, isNote, isTake, isTask, type KeptChange } from './storage';

function useDescription(): (change: KeptChange) => string {
  const { t } = useTranslation();
  return (change) => {
    const name = change.dealName;
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

// Unobtrusive: the connection is lost, but what waits for it is not.
export function ConnectionBanner() {
  const { t } = useTranslation();
  const isCrmDown = useObserved(downParts).includes('crm');
  const connected = useObserved(alive) || isCrmDown;
  const changes = useObserved(waitingChanges);
  const now = useNow(60_000).getTime();
  const stale = changes.filter((change) => isTooOld(change, now));
  const waiting = changes.filter((change) => !isTooOld(change, now));
  const takes = waiting.filter(isTake).length;
  const moves = waiting.filter(isMove).length - takes;
  const notes = waiting.filter(isNote).length;
  const tasks = waiting.filter(isTask).length;
  return (
    <>
      <DownParts />
      {(!connected || waiting.length > 0) && (
        <div className={styles.banner} role="status">
          <IconCloudOff size={16} aria-hidden="true" />
          {!connected && <span>{t('connection.lost')}</span>}
          {takes > 0 && <span>{t('connection.waitingTakes', { count: takes })}</span>}
          {moves > 0 && <span>{t('connection.waiting', { count: moves })}</span>}
          {notes > 0 && <span>{t('connection.waitingNotes', { count: notes })}</span>}
          {tasks > 0 && <span>{t('connection.waitingTasks', { count: tasks })}</span>}
        </div>
      )}
      {stale.length > 0 && <StaleChanges changes={stale} />}
    </>
  );
}
