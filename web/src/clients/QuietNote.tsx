import { timestampDate } from '@bufbuild/protobuf/wkt';
import { IconBellOff } from '@tabler/icons-react';
import { momentText } from '../calendar/date_text';
import { useNow } from '../calendar/now';
import type { Contact_DoNotDisturb } from '../gen/voronka/crm/v1/contact_pb';
import { useTranslation } from '../i18n/translation';
import styles from './ClientDetails.module.css';

const everyMs = 30_000;

function Quiet({ until, reason }: { until: Date; reason: string }) {
  const { t } = useTranslation();
  const now = useNow(everyMs);
  if (until.getTime() <= now.getTime()) return null;
  return (
    <div className={styles.quiet}>
      <IconBellOff size={15} aria-hidden="true" />
      <span>{t('reach.quietUntil', { time: momentText(until, now) })}</span>
      {reason && <bdi>{reason}</bdi>}
    </div>
  );
}

// The client has asked not to be disturbed. Nothing once that is over.
export function QuietNote({ quiet }: { quiet: Contact_DoNotDisturb | undefined }) {
  return quiet?.until ? <Quiet until={timestampDate(quiet.until)} reason={quiet.reason} /> : null;
}
