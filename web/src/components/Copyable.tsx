import { Button } from '@mantine/core';
import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from '../i18n/translation';
import styles from './Copyable.module.css';

interface CopyableProps {
  // What it is, for screen readers.
  label: string;
  text: string;
  // The text as it is shown, if not as it is copied.
  children?: ReactNode;
  // Further buttons.
  actions?: ReactNode;
}

async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false; // forbidden, or the page does not come over HTTPS
  }
}

// A text to be taken elsewhere. If the browser does not let the page copy it, it is selected, and the user presses the
// keys.
export function Copyable({ label, text, children, actions }: CopyableProps) {
  const { t } = useTranslation();
  const shown = useRef<HTMLElement>(null);
  const [outcome, setOutcome] = useState<'copied' | 'selected'>();
  const copy = async () => {
    if (await copied(text)) return setOutcome('copied');
    if (shown.current) getSelection()?.selectAllChildren(shown.current);
    setOutcome('selected');
  };
  return (
    <div className={styles.copyable} role="group" aria-label={label}>
      <code className={styles.text} ref={shown}>
        {children ?? text}
      </code>
      <div className={styles.actions}>
        <Button variant="default" size="sm" onClick={() => void copy()}>
          {t('actions.copy')}
        </Button>
        {actions}
        <span className={styles.outcome} role="status">
          {outcome && t(`actions.${outcome}`)}
        </span>
      </div>
    </div>
  );
}
