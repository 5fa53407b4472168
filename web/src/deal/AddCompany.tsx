import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { refusalOf } from '../api/refusal';
import { useRequestId } from '../api/request_id';
import { partOf, typedValues, type ClientEdit } from '../clients/client_edit';
import { ClientForm } from '../clients/ClientForm';
import { companyKind } from '../clients/client_kinds';
import { putClient } from '../clients/client_query';
import { CompanySearch } from '../clients/CompanySearch';
import type { Sought } from '../clients/sought';
import { onEscape } from '../components/escape';
import { useSystemLabels } from '../fields/system_labels';
import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import { Entity } from '../gen/voronka/crm/v1/field_set_pb';
import { useTranslation } from '../i18n/translation';
import form from '../style/form.module.css';
import { attach } from './attach';

interface AddCompanyProps {
  deal: Deal;
  close: () => void;
}

async function addCompany(requestId: string, deal: Deal, { typed }: ClientEdit): Promise<void> {
  const { fields } = companyKind;
  const company = await companyKind.add(requestId, partOf(fields, typedValues(fields, typed)));
  putClient(companyKind, company);
  await attach(requestId, deal, { companyId: company.id });
}

function NewCompany({ deal, sought, close }: AddCompanyProps & { sought: Sought }) {
  return (
    <ClientForm
      kind={companyKind}
      client={undefined}
      draft={`company-of-deal-${deal.id}-${encodeURIComponent(sought.name || sought.taxNumber)}`}
      begin={{ name: sought.name, tax_number: sought.taxNumber }}
      save={async (requestId, edit) => {
        await addCompany(requestId, deal, edit);
        return undefined;
      }}
      close={close}
    />
  );
}

// Gives the deal a company: one that is known is picked, a new one is filled in.
export function AddCompany({ deal, close }: AddCompanyProps) {
  const { t } = useTranslation();
  const label = useSystemLabels(Entity.DEAL)('company_id');
  const requestId = useRequestId();
  const [sought, begin] = useState<Sought>();
  const picking = useMutation({
    mutationFn: (companyId: bigint) => attach(requestId([companyId, deal.etag]), deal, { companyId }),
    onSuccess: close,
  });
  if (sought) return <NewCompany deal={deal} sought={sought} close={close} />;
  return (
    <div className={form.form} onKeyDown={onEscape(close)}>
      <CompanySearch
        label={label}
        isLabelled
        pick={({ id }) => picking.mutate(id)}
        make={(typed) => () => begin(typed)}
        problem={picking.error ? refusalOf(picking.error).message : undefined}
        autoFocus
      />
      <div className={form.buttons}>
        <Button size="xs" variant="default" onClick={close}>
          {t('actions.cancel')}
        </Button>
      </div>
    </div>
  );
}
