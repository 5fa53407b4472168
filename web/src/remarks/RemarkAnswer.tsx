import { timestampText } from '../calendar/date_text';
import type { Remark } from '../gen/voronka/crm/v1/remark_pb';
import { useTranslation } from '../i18n/translation';
import { useName } from '../people/people';
import styles from './remarks.module.css';

// Who answered what, when, and by which version of the configuration.
export function RemarkAnswer({ remark }: { remark: Remark }) {
  const { t } = useTranslation();
  const name = useName(remark.answerUserId);
  return (
    <div className={styles.answer}>
      <p className={styles.facts}>
        <bdi>{name || t('remarks.somebody')}</bdi> · <time>{timestampText(remark.answerTime)}</time>
        {remark.answerVersion !== 0n && <> · {t('remarks.byVersion', { version: String(remark.answerVersion) })}</>}
      </p>
      <p className={styles.text}>{remark.answer}</p>
    </div>
  );
}
