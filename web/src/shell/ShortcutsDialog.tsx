import { Dialog } from '../components/Dialog';
import { useTranslation } from '../i18n/translation';
import { useObserved } from '../state/observable';
import { shortcutsShown } from './shortcuts';
import styles from './ShortcutsDialog.module.css';

const rows = [
  { keys: ['/', 'Ctrl+K'], text: 'search.shortcut' },
  { keys: ['↑', '↓', '←', '→'], text: 'keys.arrows' },
  { keys: ['Enter'], text: 'keys.enter' },
  { keys: ['M'], text: 'keys.move' },
  { keys: ['Esc'], text: 'keys.close' },
] as const;

export function ShortcutsDialog() {
  const { t } = useTranslation();
  return (
    <Dialog opened={useObserved(shortcutsShown)} close={() => shortcutsShown.set(false)} title={t('nav.keys')}>
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
    </Dialog>
  );
}
