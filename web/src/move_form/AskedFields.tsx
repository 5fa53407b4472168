import { AskedField } from '../clients/AskedField';
import { useQuestionAbout } from '../questionnaires/use_questionnaire';
import type { NamedField } from '../rules/named_fields';
import type { TypedMove } from './typed_move';
import type { MoveFormState } from './use_move_form';

interface AskedFieldsProps {
  form: Pick<MoveFormState, 'deal' | 'shown' | 'problems' | 'setValue' | 'refuse'> & {
    typed: Pick<TypedMove, 'values'>;
  };
  // Where the user begins.
  first: NamedField | undefined;
}

// What is missing.
export function AskedFields({ form, first }: AskedFieldsProps) {
  const questionAbout = useQuestionAbout(form.deal);
  return form.shown.map((named) => (
    <AskedField
      key={named.name}
      named={named}
      question={questionAbout(named.name)}
      typed={form.typed.values[named.name] ?? ''}
      change={(text) => form.setValue(named.name, text)}
      refuse={(problem) => form.refuse(named.name, problem)}
      problem={form.problems.at[named.name]}
      isFirst={named === first}
    />
  ));
}
