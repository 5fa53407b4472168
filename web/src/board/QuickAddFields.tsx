import type { SubmitEvent } from 'react';
import { deals } from '../api/clients';
import { onEscape } from '../components/escape';
import { RestoredDraft } from '../components/RestoredDraft';
import { Waiting } from '../components/Waiting';
import { useTranslation } from '../i18n/translation';
import { askedFields, newDeal } from '../new_deal/new_deal';
import { NewDealFields } from '../new_deal/NewDealFields';
import { useNewDeal } from '../new_deal/use_new_deal';
import type { NamedField } from '../rules/named_fields';
import { useNamedFields } from '../rules/use_named_fields';
import styles from './QuickAdd.module.css';
import { QuickAddButtons } from './QuickAddButtons';

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

function Form({ pipeline, stage, asked, close }: FormProps) {
  const form = useNewDeal({
    draft: `new-deal-${pipeline}-${stage}`,
    asked,
    send: (filled, requestId) => {
      const request = newDeal(filled, pipeline, stage);
      return deals.createDeal({ requestId: requestId(request), ...request });
    },
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    form.submit();
  };
  return (
    <form className={`${styles.form} ${styles.tall}`} onSubmit={submit} onKeyDown={onEscape(close)} noValidate>
      <RestoredDraft shown={form.restored} reset={form.reset} />
      <NewDealFields form={form} />
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
