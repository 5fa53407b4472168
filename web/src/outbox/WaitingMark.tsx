import { useNow } from '../calendar/now';
import { useTranslation } from '../i18n/translation';
import { waitingTakeText } from './waiting_take';
import styles from './WaitingMark.module.css';

const everyMs = 1_000;

// Where a deal is shown with a move which is not made yet. `takeBy`: the deadline of the offer that it takes; 0: of none.
export function WaitingMark({ takeBy }: { takeBy: number }) {
  const { t } = useTranslation();
  const now = useNow(everyMs);
  return <p className={styles.mark}>{takeBy ? waitingTakeText(t, new Date(takeBy), now) : t('board.waits')}</p>;
}
