import { useTranslation } from '../i18n/translation';
import { waitingChanges } from '../outbox/waiting';
import { isMove, type KeptChange } from '../outbox/storage';
import { useObserved } from '../state/observable';
import styles from './Unsent.module.css';

// Those of the deal's notes or tasks that wait for the connection.
export function Unsent({ dealId, those }: { dealId: bigint; those: (change: KeptChange) => boolean }) {
  const { t } = useTranslation();
  const changes = useObserved(waitingChanges);
  return changes.map(
    (change) =>
      those(change) &&
      !isMove(change) &&
      change.dealId === String(dealId) && (
        <p key={change.requestId} className={styles.waiting}>
          <span className={styles.mark}>{t('timeline.unsent')}</span> <bdi>{change.text}</bdi>
        </p>
      ),
  );
}
