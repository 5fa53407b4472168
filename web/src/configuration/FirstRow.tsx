import { timestampDate, type Timestamp } from '@bufbuild/protobuf/wkt';
import { useTranslation } from '../i18n/translation';
import { NameAndFacts } from '../settings/NameAndFacts';
import styles from './configuration.module.css';
import { ExportButton } from './ExportButton';
import { ReturnButton } from './ReturnButton';

// What was before the first version.
export function FirstRow({ until }: { until: Timestamp | undefined }) {
  const { t } = useTranslation();
  return (
    <li className={styles.version} data-version="0">
      <div className={styles.versionLine}>
        <div className={styles.versionName}>
          <NameAndFacts name={t('configuration.first')} facts={[]} />
        </div>
        <div className={styles.versionTools}>
          <ReturnButton version={0n} />
          <ExportButton
            label={t('configuration.exportFirst')}
            version={0n}
            day={until && timestampDate(until)}
            isSmall
          />
        </div>
      </div>
    </li>
  );
}
