import { Button } from '@mantine/core';
import { useTranslation } from '../i18n/translation';
import { kinds } from '../fields/kinds';
import { Block } from '../page/Block';
import rows from '../style/rows.module.css';
import { withRestored } from './arrange';
import { removedOf } from './draft_set';
import styles from './field_settings.module.css';
import type { Working } from './use_work';

// Fields that were removed: their values are kept.
export function Bin({ working }: { working: Working }) {
  const { t } = useTranslation();
  const { work, change } = working;
  const removed = removedOf(work);
  if (!removed.length) return null;
  return (
    <Block title={t('fieldSettings.bin')}>
      <p className={styles.note}>{t('fieldSettings.binHint')}</p>
      <ul className={rows.rows}>
        {removed.map((field) => (
          <li key={field.id} className={rows.row} data-removed={field.key}>
            <div className={rows.what}>
              {field.label}
              <p className={rows.when}>{t(kinds[field.kind]?.name ?? '')}</p>
            </div>
            <Button
              size="xs"
              variant="default"
              aria-label={t('fieldSettings.restoreOf', { name: field.label })}
              onClick={() => change(withRestored(work, field))}
            >
              {t('fieldSettings.restore')}
            </Button>
          </li>
        ))}
      </ul>
    </Block>
  );
}
