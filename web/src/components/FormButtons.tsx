import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from '../i18n/translation';
import styles from '../style/form.module.css';

// The end of a form that can be left: the way out, and the button that sends it.
export function FormButtons({ cancel, children }: { cancel: () => void; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <div className={styles.buttons}>
      <Button variant="default" onClick={cancel}>
        {t('actions.cancel')}
      </Button>
      {children}
    </div>
  );
}
