import { IconClock } from '@tabler/icons-react';
import { useNow } from '../calendar/now';
import { isKnownZone, wallTime } from '../calendar/zone';
import { useTranslation } from '../i18n/translation';
import styles from './ClientDetails.module.css';

const everyMs = 15_000;

// «у клиента 22:40». Nothing if nobody knows where they are.
export function LocalTime({ zone }: { zone: string }) {
  const { t } = useTranslation();
  const now = useNow(everyMs);
  if (!isKnownZone(zone)) return null;
  return (
    <span className={styles.fact}>
      <IconClock size={15} aria-hidden="true" /> {t('reach.localTime', { time: wallTime(now, zone).slice(11) })}
    </span>
  );
}
