import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import { useTranslation } from '../i18n/translation';
import { RowActions } from './RowActions';
import styles from './unsorted.module.css';

// On the card of an inquiry that nobody has: what can be done with it.
export function UnsortedStrip({ deal }: { deal: Deal }) {
  const { t } = useTranslation();
  return (
    <div className={styles.strip} role="region" aria-label={t('unsorted.title')}>
      <p>{t('unsorted.isNobodys')}</p>
      <RowActions deal={deal} shown="waiting" />
    </div>
  );
}
