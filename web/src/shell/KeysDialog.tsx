import { Modal } from '@mantine/core';
import { useTranslation } from '../i18n/translation';
import { useObserved } from '../state/observable';
import { keysShown } from './keys';
import styles from './KeysDialog.module.css';

const rows = [
  { keys: ['↑', '↓', '←', '→'], text: 'keys.arrows' },
  { keys: ['Enter'], text: 'keys.enter' },
  { keys: ['M'], text: 'keys.move' },
  { keys: ['Esc'], text: 'keys.close' },
] as const;

export function KeysDialog() {
  const { t } = useTranslation();
  return (
    <Modal
      opened={useObserved(keysShown)}
      onClose={() => keysShown.set(false)}
      title={t('nav.keys')}
      closeButtonProps={{ 'aria-label': t('actions.close') }}
    >
      <dl className={styles.keys}>
        {rows.map(({ keys, text }) => (
          <div key={text}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(text)}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
