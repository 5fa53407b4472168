import { useEffect, useRef } from 'react';
import { AskedField } from '../clients/AskedField';
import { Problem } from '../components/Problem';
import { useTranslation } from '../i18n/translation';
import type { NamedField } from '../rules/named_fields';
import styles from './new_deal.module.css';
import type { NewDealForm } from './use_new_deal';

// The name may stay blank, which no other field says.
function withHint(named: NamedField, hint: string): NamedField {
  const { name, field } = named;
  return name === 'deal.name' ? { ...named, field: { ...field, hint: field.hint || hint } } : named;
}

// The fields that a form asks for about a new deal.
export function NewDealFields({ form }: { form: NewDealForm }) {
  const { t } = useTranslation();
  const element = useRef<HTMLDivElement>(null);
  // Where the user goes on: the first thing that is wrong.
  useEffect(() => {
    if (form.attempt > 0) element.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [form.attempt]);
  return (
    <div ref={element} key={form.round} className={styles.fields}>
      {form.asked.map((named) => (
        <AskedField
          key={named.name}
          named={withHint(named, t('board.quickAddHint'))}
          typed={form.values[named.name] ?? ''}
          change={(text) => form.change(named.name, text)}
          refuse={(problem) => form.refuse(named.name, problem)}
          problem={form.problems.at[named.name]}
          isFirst={named === form.open[0]}
        />
      ))}
      <Problem>{form.problems.elsewhere}</Problem>
    </div>
  );
}
