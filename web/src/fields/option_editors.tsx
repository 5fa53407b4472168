import { Button } from '@mantine/core';
import { useTranslation } from '../i18n/translation';
import type { EditorProps } from './editor_props';
import styles from './editors.module.css';
import { OptionList } from './OptionList';
import { choiceOptions, userOptions, type Option } from './options';

function Below({ field, problem }: Pick<EditorProps, 'field' | 'problem'>) {
  return (
    <>
      {field.hint && <p className={styles.note}>{field.hint}</p>}
      {problem && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
    </>
  );
}

// One of them: a click saves it; «Очистить» takes it away.
function OneOf({ options, ...editor }: EditorProps & { options: Option[] }) {
  const { t } = useTranslation();
  const { label, typed, choose, autoFocus } = editor;
  return (
    <div className={styles.panel}>
      <OptionList
        label={label}
        options={options}
        isChosen={(value) => value === typed}
        pick={choose}
        autoFocus={autoFocus}
      />
      {typed && (
        <Button size="compact-sm" variant="subtle" onClick={() => choose('')}>
          {t('fields.clear')}
        </Button>
      )}
      <Below {...editor} />
    </div>
  );
}

export function ChoiceEditor(editor: EditorProps) {
  return <OneOf {...editor} options={choiceOptions(editor.field, [editor.typed])} />;
}

export function UserEditor(editor: EditorProps) {
  return <OneOf {...editor} options={userOptions(editor.people.values(), [editor.typed])} />;
}

// Any of them: saved when the user has done.
export function ChoicesEditor(editor: EditorProps) {
  const { t } = useTranslation();
  const { field, label, typed, change, finish, autoFocus } = editor;
  const chosen = typed ? typed.split(',') : [];
  // In the order of the field, as the service keeps them.
  const toggle = (value: string) =>
    change(
      field.choices
        .map(({ key }) => key)
        .filter((key) => chosen.includes(key) !== (key === value))
        .join(','),
    );
  return (
    <div className={styles.panel}>
      <OptionList
        label={label}
        options={choiceOptions(field, chosen)}
        isChosen={(value) => chosen.includes(value)}
        pick={toggle}
        autoFocus={autoFocus}
      />
      {finish && (
        <Button size="compact-sm" onClick={finish}>
          {t('fields.done')}
        </Button>
      )}
      <Below {...editor} />
    </div>
  );
}

const answers = [
  { answer: 'yes', text: 'fields.yes' },
  { answer: 'no', text: 'fields.no' },
  { answer: '', text: 'fields.notAnswered' },
] as const;

// Not answered, yes, or no.
export function YesNoEditor(editor: EditorProps) {
  const { t } = useTranslation();
  const { label, typed, choose, autoFocus } = editor;
  return (
    <>
      <div className={styles.answers} role="group" aria-label={label}>
        {answers.map(({ answer, text }, at) => (
          <Button
            key={answer}
            size="compact-sm"
            variant={answer === typed ? 'filled' : 'default'}
            aria-pressed={answer === typed}
            onClick={() => choose(answer)}
            autoFocus={autoFocus && at === 0}
            data-autofocus={(autoFocus && at === 0) || undefined}
          >
            {t(text)}
          </Button>
        ))}
      </div>
      <Below {...editor} />
    </>
  );
}
