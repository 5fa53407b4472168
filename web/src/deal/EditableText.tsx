import { TextInput, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { Conflict } from '../fields/Conflict';
import { useEditing, type Edited } from '../fields/editing';
import { Locked } from '../fields/Locked';
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
  // Who may, of what the user could change otherwise. Empty: the user.
  lock?: string;
  // Who changed it last, other than the user. Empty: that is not known.
  changedBy?: string;
  // Returns why the text cannot be saved; undefined when it was saved.
  save: (text: string) => Promise<string | undefined>;
}

// A text of one line that is edited where it is shown.
export function EditableText(props: EditableTextProps) {
  const { label, shown, text, placeholder, className, readOnly, lock = '', changedBy = '', save } = props;
  const { t } = useTranslation();
  const [edited, setEdited] = useState<Edited>();
  const editing = useEditing({ text, edited, setEdited, save });

  if (readOnly || lock) {
    return (
      <>
        <div className={`${styles.fixed} ${className ?? ''}`}>{shown || placeholder}</div>
        {!readOnly && <Locked why={lock} />}
      </>
    );
  }
  if (!edited) {
    return (
      <UnstyledButton
        className={`${styles.shown} ${className ?? ''}`}
        aria-label={`${label}: ${shown || (placeholder ?? '')}. ${t('actions.edit')}`}
        onClick={editing.begin}
        autoFocus={editing.returns}
      >
        {shown || <span className={styles.placeholder}>{placeholder}</span>}
      </UnstyledButton>
    );
  }
  return (
    <div onBlur={editing.onBlur}>
      <TextInput
        className={styles.input}
        aria-label={label}
        value={edited.typed}
        onChange={(event) => editing.change(event.currentTarget.value)}
        onKeyDown={editing.onKeyDown}
        error={editing.problem}
        autoFocus
      />
      {editing.asks && <Conflict shown={shown} changedBy={changedBy} replace={editing.replace} leave={editing.stop} />}
    </div>
  );
}
