import { Button, TextInput, UnstyledButton } from '@mantine/core';
import { useState, type FocusEvent, type KeyboardEvent } from 'react';
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
  // Who changed it last, other than the user. Empty: that is not known.
  changedBy?: string;
  // Returns why the text cannot be saved; undefined when it was saved.
  save: (text: string) => Promise<string | undefined>;
}

interface Edited {
  typed: string;
  // The text that the editor was opened on.
  from: string;
}

interface ConflictProps {
  shown: string;
  changedBy: string;
  replace: () => void;
  leave: () => void;
}

// A colleague, or the user in another tab, has changed the text since the editor was opened.
function Conflict({ shown, changedBy, replace, leave }: ConflictProps) {
  const { t } = useTranslation();
  const value = shown || t('timeline.nothing');
  return (
    <div className={styles.conflict} role="alert">
      <p>
        {changedBy ? t('deal.changedBy', { value, name: changedBy }) : t('deal.changedMeanwhile', { value })}{' '}
        {t('deal.replaceIt')}
      </p>
      <Button size="compact-sm" onClick={replace}>
        {t('deal.replace')}
      </Button>
      <Button size="compact-sm" variant="default" onClick={leave}>
        {t('deal.leave')}
      </Button>
    </div>
  );
}

// A text that is edited in place: Enter or leaving the field saves, Esc cancels. A text that cannot be saved stays as
// typed. What somebody has saved meanwhile is replaced only if the user says so.
export function EditableText(props: EditableTextProps) {
  const { label, shown, text, placeholder, className, readOnly, changedBy = '', save } = props;
  const { t } = useTranslation();
  const [edited, setEdited] = useState<Edited>();
  const [problem, setProblem] = useState<string>();
  const [tried, setTried] = useState(false);
  // The text is shown again because of a key, so that the focus is still here.
  const [returns, setReturns] = useState(false);
  const isChanged = edited !== undefined && edited.from !== text;

  const stop = () => {
    setEdited(undefined);
    setProblem(undefined);
    setTried(false);
  };
  const persist = async (typed: string) => {
    const found = typed === text ? undefined : await save(typed);
    if (found) setProblem(found);
    else stop();
  };
  const commit = async () => {
    if (!edited) return;
    setTried(true);
    if (edited.typed === edited.from) stop();
    else if (!isChanged) await persist(edited.typed);
  };
  const replace = () => {
    if (!edited) return;
    setEdited({ ...edited, from: text });
    void persist(edited.typed);
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
  // The buttons of a conflict are beside the field.
  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (currentTarget.contains(relatedTarget)) return;
    setReturns(false);
    void commit();
  };

  if (readOnly) return <div className={`${styles.fixed} ${className ?? ''}`}>{shown || placeholder}</div>;
  if (!edited) {
    return (
      <UnstyledButton
        className={`${styles.shown} ${className ?? ''}`}
        aria-label={`${label}: ${shown || (placeholder ?? '')}. ${t('actions.edit')}`}
        onClick={() => setEdited({ typed: text, from: text })}
        autoFocus={returns}
      >
        {shown || <span className={styles.placeholder}>{placeholder}</span>}
      </UnstyledButton>
    );
  }
  const asks = tried && isChanged;
  return (
    <div onBlur={onBlur}>
      <TextInput
        className={styles.input}
        aria-label={label}
        value={edited.typed}
        onChange={(event) => setEdited({ ...edited, typed: event.currentTarget.value })}
        onKeyDown={onKeyDown}
        error={asks ? undefined : problem}
        autoFocus
      />
      {asks && <Conflict shown={shown} changedBy={changedBy} replace={replace} leave={stop} />}
    </div>
  );
}
