import { useEffect, useRef, useState, type FocusEvent, type KeyboardEvent } from 'react';
import { useRequestId } from '../api/request_id';
import { isKey } from '../components/keys';
import { Conflict } from '../fields/Conflict';
import { useEditing, type Edited } from '../fields/editing';
import { valueFrom } from '../fields/value_forms';
import { useTranslation } from '../i18n/translation';
import { usePeople } from '../people/people';
import type { Column, Row } from './columns';
import styles from './grid.module.css';
import { saveCell } from './save_cell';
import type { Subject } from './subject';

// Where the focus goes when the editor has closed: to its cell, to the next one, or the one before. Undefined: it is
// somewhere else already.
export type Leaving = 0 | 1 | -1 | undefined;

interface CellEditorProps<T extends Row> {
  subject: Subject<T>;
  column: Column<T>;
  row: T;
  put: (row: T) => void;
  close: (to: Leaving) => void;
}

// Where Tab leads within the editor, as from an amount to its currency, or to the buttons of a conflict. From option to
// option of a list, arrows lead.
function stopAfter({ currentTarget, target, shiftKey }: KeyboardEvent<HTMLElement>): HTMLElement | undefined {
  const all = [...currentTarget.querySelectorAll<HTMLElement>('input, select, textarea, button:not(:disabled)')];
  const wanted = shiftKey ? Node.DOCUMENT_POSITION_PRECEDING : Node.DOCUMENT_POSITION_FOLLOWING;
  const stops = all.filter((stop) => !stop.closest('li') && (target as Node).compareDocumentPosition(stop) & wanted);
  return shiftKey ? stops.at(-1) : stops[0];
}

// A value that is edited over its cell: Enter saves, Tab saves and goes on, Esc gives up. What cannot be saved stays as
// typed, with the reason below it.
export function CellEditor<T extends Row>({ subject, column, row, put, close }: CellEditorProps<T>) {
  const { t } = useTranslation();
  const people = usePeople();
  const requestId = useRequestId();
  const { form, Editor, hasLines } = column.kind;
  const text = form.typed(column.value(row));
  const [edited, setEdited] = useState<Edited | undefined>({ typed: text, from: text });
  const leaving = useRef<Leaving>(0);
  const isOpen = useRef(false);
  useEffect(() => {
    isOpen.current = true;
    return () => {
      isOpen.current = false;
    };
  }, []);
  const malformed = () => t(form.problem ?? 'errors.unexpected');

  const save = async (typed: string) => {
    const value = valueFrom(form, typed);
    if (value === undefined) return malformed();
    return saveCell({ subject, column, row, value, put, requestId: requestId([column.name, typed, row.etag]) });
  };
  const editing = useEditing({
    ...{ text, edited, save, hasLines },
    setEdited: (now) => {
      setEdited(now);
      // An answer may arrive when another cell is edited.
      if (!now && isOpen.current) close(leaving.current);
    },
  });
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    leaving.current = 0;
    if (!isKey(event.nativeEvent, 'Tab')) return editing.onKeyDown(event);
    event.preventDefault();
    const stop = stopAfter(event);
    if (stop) {
      stop.focus();
      return;
    }
    leaving.current = event.shiftKey ? -1 : 1;
    editing.finish();
  };
  const onBlur = (event: FocusEvent<HTMLElement>) => {
    if (event.relatedTarget && !event.currentTarget.contains(event.relatedTarget)) leaving.current = undefined;
    editing.onBlur(event);
  };
  if (!edited) return null;
  return (
    <div className={styles.editor} tabIndex={-1} data-editor onBlur={onBlur} onKeyDown={onKeyDown}>
      <Editor
        field={column.field}
        label={column.label}
        people={people}
        typed={edited.typed}
        change={editing.change}
        choose={editing.choose}
        finish={editing.finish}
        refuse={() => editing.refuse(malformed())}
        problem={editing.problem}
        autoFocus
      />
      {editing.asks && (
        <Conflict
          shown={form.text(column.value(row), {
            field: column.field,
            nameOf: (userId) => people.get(userId)?.displayName ?? '',
          })}
          changedBy=""
          replace={editing.replace}
          leave={editing.stop}
        />
      )}
    </div>
  );
}
