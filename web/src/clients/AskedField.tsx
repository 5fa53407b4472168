import { kinds } from '../fields/kinds';
import { Locked } from '../fields/Locked';
import { useLockOf } from '../fields/locks';
import { Field_Kind } from '../gen/voronka/crm/v1/field_set_pb';
import type { Question } from '../gen/voronka/crm/v1/questionnaire_pb';
import { useTranslation } from '../i18n/translation';
import { usePeople } from '../people/people';
import { askedForm } from '../rules/asked_forms';
import { fullLabel, type NamedField } from '../rules/named_fields';
import styles from './AskedField.module.css';
import { CompanyEditor } from './CompanyEditor';

export interface AskedFieldProps {
  named: NamedField;
  // In whose words it is asked for. Undefined: by what it is called.
  question?: Pick<Question, 'text' | 'hint'>;
  typed: string;
  change: (typed: string) => void;
  // Says why what is in the input is no value.
  refuse: (problem: string) => void;
  problem: string | undefined;
  isFirst: boolean;
}

// A field of a deal, of its client or its company with the editor that it has on the card. What is chosen there is kept
// until the form around it is sent. Of a field that is not for the user to change, it is said who fills it in.
export function AskedField({ named, question, typed, change, refuse, problem, isFirst }: AskedFieldProps) {
  const { t } = useTranslation();
  const people = usePeople();
  const why = useLockOf('fills')(named.field);
  const { name, field } = named;
  const Editor = field.kind === Field_Kind.COMPANY ? CompanyEditor : kinds[field.kind]?.Editor;
  if (!Editor) return null;
  const label = question?.text ?? fullLabel(new Map([[name, named]]), name);
  if (why) {
    return (
      <div className={styles.field} data-field={name}>
        <div className={styles.label}>{label}</div>
        <Locked why={why} />
      </div>
    );
  }
  return (
    <div className={styles.field} data-field={name}>
      {/* The editor says it itself. */}
      <div className={styles.label} aria-hidden="true">
        {label}
      </div>
      <Editor
        field={question?.hint ? { ...field, hint: question.hint } : field}
        label={label}
        people={people}
        typed={typed}
        change={change}
        choose={change}
        refuse={() => refuse(t(askedForm(field.kind)?.problem ?? 'errors.unexpected'))}
        problem={problem}
        autoFocus={isFirst}
      />
    </div>
  );
}
