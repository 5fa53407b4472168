import { CompanyEditor } from '../clients/CompanyEditor';
import { kinds } from '../fields/kinds';
import { Field_Kind } from '../gen/voronka/crm/v1/field_set_pb';
import { useTranslation } from '../i18n/translation';
import { usePeople } from '../people/people';
import { fullLabel, type NamedField } from '../rules/named_fields';
import { askedForm } from './asked_forms';
import styles from './move_form.module.css';
import type { MoveFormState } from './use_move_form';

interface AskedFieldProps {
  form: MoveFormState;
  named: NamedField;
  isFirst: boolean;
}

// A missing field with the editor that it has on the card. What is chosen there is kept until the move is sent.
function AskedField({ form, named, isFirst }: AskedFieldProps) {
  const { t } = useTranslation();
  const people = usePeople();
  const { kind } = named.field;
  const Editor = kind === Field_Kind.COMPANY ? CompanyEditor : kinds[kind]?.Editor;
  if (!Editor) return null;
  const { name, field } = named;
  const label = fullLabel(new Map([[name, named]]), name);
  const change = (text: string) => form.setValue(name, text);
  return (
    <div className={styles.field} data-field={name}>
      {/* The editor says it itself. */}
      <div className={styles.label} aria-hidden="true">
        {label}
      </div>
      <Editor
        field={field}
        label={label}
        people={people}
        typed={form.typed.values[name] ?? ''}
        change={change}
        choose={change}
        refuse={() => form.refuse(name, t(askedForm(kind)?.problem ?? 'errors.unexpected'))}
        problem={form.problems.at[name]}
        autoFocus={isFirst}
      />
    </div>
  );
}

export function AskedFields({ form }: { form: MoveFormState }) {
  return form.shown.map((named, at) => <AskedField key={named.name} form={form} named={named} isFirst={at === 0} />);
}
