import { TextInput, UnstyledButton } from '@mantine/core';
import { useState, type KeyboardEvent } from 'react';
import { onEscape } from '../components/escape';
import { isKey } from '../components/keys';
import { useTranslation } from '../i18n/translation';
import styles from './EditableText.module.css';

interface EditableTextProps {
  label: string;
  // `shown` is displayed, `text` is edited.
  shown: string;
  text: string;
  placeholder?: string;
  className?: string;
  // The user may not change it.
  readOnly?: boolean;
  // Returns why the text cannot be saved; undefined when it was saved.
  save: (text: string) => Promise<string | undefined>;
}

// A text that is edited in place: Enter or leaving the field saves, Esc cancels. A text that cannot be saved stays as
// typed.
export function EditableText({ label, shown, text, placeholder, className, readOnly, save }: EditableTextProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<string>();
  const [problem, setProblem] = useState<string>();
  // The text is shown again because of a key, so that the focus is still here.
  const [returns, setReturns] = useState(false);

  const stop = () => {
    setTyped(undefined);
    setProblem(undefined);
  };
  const commit = async () => {
    if (typed === undefined) return;
    const found = typed === text ? undefined : await save(typed);
    if (found) setProblem(found);
    else stop();
  };
  const cancel = onEscape(() => {
    setReturns(true);
    stop();
  });
  const onKeyDown = (event: KeyboardEvent) => {
    cancel(event);
    if (!isKey(event.nativeEvent, 'Enter')) return;
    setReturns(true);
    void commit();
  };
  const onBlur = () => {
    setReturns(false);
    void commit();
  };

  if (readOnly) return <div className={`${styles.fixed} ${className ?? ''}`}>{shown || placeholder}</div>;
  if (typed === undefined) {
    return (
      <UnstyledButton
        className={`${styles.shown} ${className ?? ''}`}
        aria-label={`${label}: ${shown || (placeholder ?? '')}. ${t('actions.edit')}`}
        onClick={() => setTyped(text)}
        autoFocus={returns}
      >
        {shown || <span className={styles.placeholder}>{placeholder}</span>}
      </UnstyledButton>
    );
  }
  return (
    <TextInput
      className={styles.input}
      aria-label={label}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={onBlur}
      onKeyDown={onKeyDown}
      error={problem}
      autoFocus
    />
  );
}
