import { Button, Textarea } from '@mantine/core';
import { useRef } from 'react';
import { useFailure } from '../api/use_failure';
import { contactKind } from '../clients/client_kinds';
import { useClient } from '../clients/client_query';
import { Dialog } from '../components/Dialog';
import { Failure } from '../components/Failure';
import { FormButtons } from '../components/FormButtons';
import { Problem } from '../components/Problem';
import { Waiting } from '../components/Waiting';
import { lacksName, lacksPhone } from '../deal/conversion';
import { LeadClientFields, saidOf } from '../deal/LeadClientFields';
import type { Contact } from '../gen/voronka/crm/v1/contact_pb';
import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import { useTranslation } from '../i18n/translation';
import styles from '../style/form.module.css';
import { AskedFields } from './AskedFields';
import { BecomesList } from './BecomesList';
import { ChecklistPart } from './ChecklistPart';
import { FirmFields } from './FirmFields';
import { TargetFields } from './TargetFields';
import { TaskPart } from './TaskPart';
import { useConversion, type ConversionState } from './use_conversion';
import { useSubmit } from './use_submit';

// The client, as far as it is missing, and who pays.
function ClientPart({ form }: { form: ConversionState }) {
  const { t } = useTranslation();
  const { contact, typed, setClient, clientProblems: problems, refusal } = form;
  return (
    <>
      <LeadClientFields contact={contact} typed={typed} change={setClient} problems={problems} refusal={refusal} />
      {form.asksCompany && (
        <FirmFields
          typed={typed}
          isNeeded={form.needsCompany}
          change={setClient}
          problem={problems.company ? t(problems.company) : saidOf(refusal, 'company.name')}
          taxNumberProblem={saidOf(refusal, 'company.tax_number')}
        />
      )}
    </>
  );
}

// What the rules of both stages ask for.
function RulesPart({ form }: { form: ConversionState }) {
  const { t } = useTranslation();
  const isClientKnown = !lacksName(form.contact) && !lacksPhone(form.contact);
  return (
    <>
      <AskedFields
        form={{ ...form, typed: { values: form.values } }}
        first={isClientKnown ? form.open[0] : undefined}
      />
      {(form.asked.comment || form.comment !== '') && (
        <Textarea
          label={t('moveForm.comment')}
          value={form.comment}
          onChange={(event) => form.setComment(event.currentTarget.value)}
          error={form.problems.at.comment}
          rows={3}
          maxLength={2000}
        />
      )}
    </>
  );
}

interface FormProps {
  lead: Deal;
  contact: Contact | undefined;
  close: () => void;
}

function ConvertForm({ lead, contact, close }: FormProps) {
  const { t } = useTranslation();
  const form = useConversion(lead, contact, close);
  const hadChecklist = useRef(false);
  hadChecklist.current ||= form.asked.checklist.length > 0;
  const { element, submit } = useSubmit(form.submit);
  return (
    <div className={styles.form}>
      <p className={styles.explanation}>{t('leads.convertHint')}</p>
      {form.asked.task && <TaskPart form={form} />}
      {hadChecklist.current && <ChecklistPart form={form} />}
      <form ref={element} className={styles.form} onSubmit={submit} noValidate>
        <TargetFields target={form.target} choose={form.choose} />
        <ClientPart form={form} />
        <RulesPart form={form} />
        <BecomesList form={form} />
        <Problem>{form.elsewhere}</Problem>
        <FormButtons cancel={close}>
          <Button type="submit" color="teal.9" loading={form.isSending} data-autofocus>
            {t('leads.convert')}
          </Button>
        </FormButtons>
      </form>
    </div>
  );
}

// The form, as soon as it is known whom the lead is about.
function ConvertLead({ lead, close }: Omit<FormProps, 'contact'>) {
  const { t } = useTranslation();
  const query = useClient(contactKind, lead.contactId);
  const failure = useFailure(query);
  const contact = query.data;
  if (failure) return <Failure {...failure} />;
  if (lead.contactId && !contact) return <Waiting text={t('session.starting')} />;
  return <ConvertForm lead={lead} contact={contact} close={close} />;
}

// Makes a deal of a lead, and asks what is missing for that.
export function ConvertDialog({ lead, close }: Omit<FormProps, 'contact'>) {
  const { t } = useTranslation();
  return (
    <Dialog opened title={t('leads.convertTitle')} close={close}>
      <ConvertLead lead={lead} close={close} />
    </Dialog>
  );
}
