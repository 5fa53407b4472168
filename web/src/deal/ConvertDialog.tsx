import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { leads } from '../api/lead_client';
import { refusalOf } from '../api/refusal';
import { useRequestId } from '../api/request_id';
import { contactKind } from '../clients/client_kinds';
import { useClient } from '../clients/client_query';
import { Dialog } from '../components/Dialog';
import { FormButtons } from '../components/FormButtons';
import { Problem } from '../components/Problem';
import { Waiting } from '../components/Waiting';
import type { Contact } from '../gen/voronka/crm/v1/contact_pb';
import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import { useTranslation } from '../i18n/translation';
import { usePipelines } from '../pipelines/pipelines';
import { isForSales } from '../pipelines/purposes';
import styles from '../style/form.module.css';
import { clientProblems, conversionOf, emptyClient, type TypedClient } from './conversion';
import { LeadClientFields, saidOf } from './LeadClientFields';
import { tellConverted } from './undo_conversion';

interface FirmProps {
  typed: TypedClient;
  change: (typed: TypedClient) => void;
  problem: string | undefined;
  taxNumberProblem: string | undefined;
}

// Who pays, if that is not the client in person.
function Firm({ typed, change, problem, taxNumberProblem }: FirmProps) {
  const { t } = useTranslation();
  return (
    <>
      <Checkbox
        label={t('leads.firm')}
        checked={typed.isFirm}
        onChange={(event) => change({ ...typed, isFirm: event.currentTarget.checked })}
      />
      {typed.isFirm && (
        <>
          <TextInput
            label={t('leads.company')}
            value={typed.company}
            onChange={(event) => change({ ...typed, company: event.currentTarget.value })}
            error={problem}
          />
          <TextInput
            label={t('leads.taxNumber')}
            inputMode="numeric"
            value={typed.taxNumber}
            onChange={(event) => change({ ...typed, taxNumber: event.currentTarget.value })}
            error={taxNumberProblem}
          />
        </>
      )}
    </>
  );
}

// Where the deal is made: of several pipelines for sales, one is chosen. Empty: the service chooses.
function useTarget() {
  const targets = (usePipelines().data ?? []).filter(isForSales);
  const usual = targets.find(({ defaultForInquiries }) => defaultForInquiries) ?? targets[0];
  const [chosen, choose] = useState('');
  return { targets, chosen: chosen || (usual?.key ?? ''), choose };
}

interface FormProps {
  lead: Deal;
  contact: Contact | undefined;
  close: () => void;
}

function ConvertForm({ lead, contact, close }: FormProps) {
  const { t } = useTranslation();
  const requestId = useRequestId();
  const target = useTarget();
  const [typed, setTyped] = useState(emptyClient);
  const [tried, setTried] = useState(false);
  const asksCompany = !lead.companyId;
  const problems = clientProblems(contact, typed, asksCompany);
  const convert = useMutation({
    mutationFn: () => {
      const request = conversionOf(lead, contact, typed, target.chosen);
      return leads.convertLead({ requestId: requestId(request), ...request });
    },
    onSuccess: (conversion) => {
      close();
      tellConverted(conversion);
    },
  });
  const refusal = convert.error && refusalOf(convert.error);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (!Object.values(problems).some(Boolean)) convert.mutate();
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <p className={styles.explanation}>{t('leads.convertHint')}</p>
      {target.targets.length > 1 && (
        <NativeSelect
          label={t('leads.pipeline')}
          value={target.chosen}
          onChange={(event) => target.choose(event.currentTarget.value)}
          data={target.targets.map(({ key, name }) => ({ value: key, label: name }))}
        />
      )}
      <LeadClientFields
        contact={contact}
        typed={typed}
        change={setTyped}
        problems={tried ? problems : {}}
        refusal={refusal}
      />
      {asksCompany && (
        <Firm
          typed={typed}
          change={setTyped}
          problem={tried && problems.company ? t(problems.company) : saidOf(refusal, 'company.name')}
          taxNumberProblem={saidOf(refusal, 'company.tax_number')}
        />
      )}
      <Problem>{refusal?.message}</Problem>
      <FormButtons cancel={close}>
        <Button type="submit" color="teal.9" loading={convert.isPending} data-autofocus>
          {t('leads.convert')}
        </Button>
      </FormButtons>
    </form>
  );
}

// The form, as soon as it is known whom the lead is about.
export function ConvertLead({ lead, close }: Omit<FormProps, 'contact'>) {
  const { t } = useTranslation();
  const contact = useClient(contactKind, lead.contactId).data;
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
