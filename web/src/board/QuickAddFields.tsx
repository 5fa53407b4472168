import { useEffect, useRef, type SubmitEvent } from 'react';
import { AskedField } from '../clients/AskedField';
import { onEscape } from '../components/escape';
import { Problem } from '../components/Problem';
import { RestoredDraft } from '../components/RestoredDraft';
import { Waiting } from '../components/Waiting';
import { useTranslation } from '../i18n/translation';
import type { NamedField } from '../rules/named_fields';
import { useNamedFields } from '../rules/use_named_fields';
import { askedFields } from './new_deal';
import styles from './QuickAdd.module.css';
import { QuickAddButtons } from './QuickAddButtons';
import { useNewDeal } from './use_new_deal';

export interface QuickAddFieldsProps {
  pipeline: string;
  stage: string;
  // The names of the fields to ask for.
  names: string[];
  close: () => void;
}

interface FormProps extends Omit<QuickAddFieldsProps, 'names'> {
  asked: NamedField[];
}

// The name may stay blank, which no other field says.
function withHint(named: NamedField, hint: string): NamedField {
  const { name, field } = named;
  return name === 'deal.name' ? { ...named, field: { ...field, hint: field.hint || hint } } : named;
}

function Form({ pipeline, stage, asked, close }: FormProps) {
  const { t } = useTranslation();
  const form = useNewDeal(pipeline, stage, asked);
  const element = useRef<HTMLFormElement>(null);
  // Where the user goes on: the first thing that is wrong.
  useEffect(() => {
    if (form.attempt > 0) element.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [form.attempt]);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    form.submit();
  };
  return (
    <form
      ref={element}
      className={`${styles.form} ${styles.tall}`}
      onSubmit={submit}
      onKeyDown={onEscape(close)}
      noValidate
    >
      <RestoredDraft shown={form.restored} reset={form.reset} />
      <div key={form.round} className={styles.fields}>
        {asked.map((named, at) => (
          <AskedField
            key={named.name}
            named={withHint(named, t('board.quickAddHint'))}
            typed={form.values[named.name] ?? ''}
            change={(text) => form.change(named.name, text)}
            refuse={(problem) => form.refuse(named.name, problem)}
            problem={form.problems.at[named.name]}
            isFirst={at === 0}
          />
        ))}
        <Problem>{form.problems.elsewhere}</Problem>
      </div>
      <QuickAddButtons isSending={form.isSending} close={close} />
    </form>
  );
}

// What the pipeline asks for about a new deal, its client and its company.
export function QuickAddFields({ names, ...props }: QuickAddFieldsProps) {
  const { t } = useTranslation();
  const fields = useNamedFields();
  if (!fields) return <Waiting text={t('session.starting')} />;
  return <Form {...props} asked={askedFields(names, fields)} />;
}
