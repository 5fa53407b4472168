import { AskedField } from '../clients/AskedField';
import { useQuestionAbout } from '../questionnaires/use_questionnaire';
import type { MoveFormState } from './use_move_form';

// What is missing.
export function AskedFields({ form }: { form: MoveFormState }) {
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
      isFirst={named === form.open[0]}
    />
  ));
}
