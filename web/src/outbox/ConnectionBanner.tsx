import { Button } from '@mantine/core';
import { IconCloudOff } from '@tabler/icons-react';
import { useNow } from '../calendar/now';
import { useTranslation } from '../i18n/translation';
import { alive } from '../live/topics';
import { useObserved } from '../state/observable';
import styles from './ConnectionBanner.module.css';
import { forgetMove, isTooOld, waitingMoves } from './outbox';
import type { Move } from './storage';

function StaleMoves({ moves }: { moves: Move[] }) {
  const { t } = useTranslation();
  return (
    <div className={styles.banner} role="status">
      <span>{t('connection.tooOld')}</span>
      {moves.map((move) => (
        <span key={move.requestId} className={styles.move}>
          {t('connection.move', { name: move.dealName, stage: move.stageName || move.stage })}
          <Button size="compact-xs" variant="default" onClick={() => void forgetMove(move)}>
            {t('actions.hide')}
          </Button>
        </span>
      ))}
    </div>
  );
}

// Unobtrusive: the connection is lost, but the user's work is not.
export function ConnectionBanner() {
  const { t } = useTranslation();
  const connected = useObserved(alive);
  const moves = useObserved(waitingMoves);
  const now = useNow(60_000).getTime();
  const stale = moves.filter((move) => isTooOld(move, now));
  const waiting = moves.length - stale.length;
  return (
    <>
      {(!connected || waiting > 0) && (
        <div className={styles.banner} role="status">
          <IconCloudOff size={16} aria-hidden="true" />
          {!connected && <span>{t('connection.lost')}</span>}
          {waiting > 0 && <span>{t('connection.waiting', { count: waiting })}</span>}
        </div>
      )}
      {stale.length > 0 && <StaleMoves moves={stale} />}
    </>
  );
}
