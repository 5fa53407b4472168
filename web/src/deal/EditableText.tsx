import { TextInput, UnstyledButton } from '@mantine/core';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from '../i18n/translation';
import styles from './EditableText.module.css';

interface EditableTextProps {
  label: string;
  // `shown` is displayed, `text` is edited.
  shown: string;
  text: string;
  placeholder?: string;
  className?: string;
  // Returns why the text cannot be saved; undefined when it was saved.
  save: (text: string) => Promise<string | undefined>;
}

// A text that is edited in place: Enter or leaving the field saves, Esc cancels. A text that cannot be saved stays as
// typed.
export function EditableText({ label, shown, text, placeholder, className, save }: EditableTextProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<string>();
  const [problem, setProblem] = useState<string>();

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
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') void commit();
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    stop();
  };

  if (typed === undefined) {
    return (
      <UnstyledButton
        className={`${styles.shown} ${className ?? ''}`}
        aria-label={`${label}: ${shown || (placeholder ?? '')}. ${t('actions.edit')}`}
        onClick={() => setTyped(text)}
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
      onBlur={() => void commit()}
      onKeyDown={onKeyDown}
      error={problem}
      autoFocus
    />
  );
}
