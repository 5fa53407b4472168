import { ActionIcon, UnstyledButton } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { create } from '@bufbuild/protobuf';
import type { Field } from '../gen/voronka/crm/v1/field_set_pb';
import { FieldValueSchema, type FieldValue } from '../gen/voronka/crm/v1/field_value_pb';
import { useTranslation } from '../i18n/translation';
import { usePeople } from '../people/people';
import { Conflict } from './Conflict';
import { useEditing } from './editing';
import { useCurrentEdits } from './edits';
import { kinds, type Kind } from './kinds';
import { Locked } from './Locked';
import { useLockOf } from './locks';
import styles from './OwnField.module.css';
import { Row } from './Row';
import { valueFrom } from './value_forms';

export interface OwnFieldProps {
  field: Field;
  value: FieldValue | undefined;
  // Whoever has another role than the field is for reads it, too.
  readOnly: boolean;
  // Who changed it last, other than the user. Empty: that is not known.
  changedBy: string;
  // Why it should be filled in. Empty: nobody asks for it.
  note?: string;
  // Saves the value, or clears the field. Returns why it could not; undefined when it was saved.
  save: (value: FieldValue | undefined) => Promise<string | undefined>;
}

const nothing = create(FieldValueSchema);

interface ShownProps {
  field: Field;
  kind: Kind;
  text: string;
  begin: (() => void) | undefined;
  returns: boolean;
}

function Linked({ href, text }: { href: string; text: string }) {
  const isPage = href.startsWith('http');
  return (
    <a className={styles.link} href={href} {...(isPage && { target: '_blank', rel: 'noopener noreferrer' })}>
      {text}
    </a>
  );
}

// A click on a link follows it, so the pencil beside it opens the editor; anything else is a button as a whole.
function Shown({ field, kind, text, begin, returns }: ShownProps) {
  const { t } = useTranslation();
  const href = text ? kind.link?.(text) : undefined;
  if (href) {
    return (
      <div className={styles.linked}>
        <Linked href={href} text={text} />
        {begin && (
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            aria-label={`${field.label}: ${t('actions.edit')}`}
            onClick={begin}
            autoFocus={returns}
          >
            <IconPencil size={14} />
          </ActionIcon>
        )}
      </div>
    );
  }
  if (!begin) return <div className={styles.fixed}>{text || '—'}</div>;
  return (
    <UnstyledButton
      className={styles.shown}
      aria-label={[`${field.label}: ${text || t('timeline.nothing')}`, !text && field.hint, t('actions.edit')]
        .filter(Boolean)
        .join('. ')}
      onClick={begin}
      autoFocus={returns}
    >
      {text || <span className={styles.empty}>{field.hint || '—'}</span>}
    </UnstyledButton>
  );
}

function Editable({ field, kind, value = nothing, readOnly, changedBy, save }: OwnFieldProps & { kind: Kind }) {
  const { t } = useTranslation();
  const people = usePeople();
  const edits = useCurrentEdits();
  const { form, Editor, hasLines } = kind;
  const edited = edits.of(field.key);
  const known = { field, nameOf: (userId: bigint) => people.get(userId)?.displayName ?? '' };
  const shown = form.text(value.value, known);
  const saveTyped = async (typed: string) => {
    const wanted = valueFrom(form, typed);
    return wanted === undefined ? t(form.problem ?? 'errors.unexpected') : save(wanted ?? undefined);
  };
  const editing = useEditing({
    text: form.typed(value.value),
    edited,
    setEdited: (now) => edits.set(field.key, now),
    save: saveTyped,
    hasLines,
  });
  if (!edited || readOnly) {
    const begin = readOnly ? undefined : editing.begin;
    return <Shown field={field} kind={kind} text={shown} begin={begin} returns={editing.returns} />;
  }
  return (
    <div className={styles.editor} tabIndex={-1} onBlur={editing.onBlur} onKeyDown={editing.onKeyDown}>
      <Editor
        field={field}
        label={field.label}
        people={people}
        typed={edited.typed}
        change={editing.change}
        choose={editing.choose}
        finish={editing.finish}
        refuse={() => editing.refuse(t(form.problem ?? 'errors.unexpected'))}
        problem={editing.problem}
        autoFocus={editing.opened}
      />
      {editing.asks && <Conflict shown={shown} changedBy={changedBy} replace={editing.replace} leave={editing.stop} />}
    </div>
  );
}

// A field of the account's own, edited where it is shown. One of a kind that is newer than this page is not shown.
export function OwnField(props: OwnFieldProps) {
  const lockOf = useLockOf();
  const kind = kinds[props.field.kind];
  if (!kind) return null;
  // Of a record that is not the user's to change, every field is only to be read.
  const lock = props.readOnly ? '' : lockOf(props.field);
  return (
    <Row label={props.field.label} note={props.note}>
      <Editable {...props} kind={kind} readOnly={props.readOnly || lock !== ''} />
      <Locked why={lock} />
    </Row>
  );
}
