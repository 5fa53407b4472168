import { CloseButton, UnstyledButton } from '@mantine/core';
import { useTranslation } from '../i18n/translation';
import { useObserved } from '../state/observable';
import { dismissToast, toasts } from './toasts';
import styles from './Toasts.module.css';

export function Toasts() {
  const { t } = useTranslation();
  return (
    <div className={styles.toasts} role="status" aria-live="polite">
      {useObserved(toasts).map(({ id, text, tone, action }) => (
        <div key={id} className={styles.toast} data-tone={tone}>
          <span>{text}</span>
          {action && (
            <UnstyledButton
              className={styles.action}
              onClick={() => {
                dismissToast(id);
                action.act();
              }}
            >
              {action.label}
            </UnstyledButton>
          )}
          <CloseButton size="sm" aria-label={t('actions.hide')} onClick={() => dismissToast(id)} />
        </div>
      ))}
    </div>
  );
}
