import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { refusalOf } from '../api/refusal';
import { useRequestId } from '../api/request_id';
import { ClientBlock } from '../clients/ClientBlock';
import { ClientFields } from '../clients/ClientFields';
import { companyKind } from '../clients/client_kinds';
import { useClient } from '../clients/client_query';
import { CompanyDetails } from '../clients/CompanyDetails';
import { KnownClientForm } from '../clients/KnownClientForm';
import { namesOf, Needed } from '../clients/Needed';
import { useInPlace } from '../components/focus';
import { Problem } from '../components/Problem';
import { Locked } from '../fields/Locked';
import { useLocks } from '../fields/locks';
import { useSystemLabels } from '../fields/system_labels';
import type { Company } from '../gen/voronka/crm/v1/company_pb';
import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import { Entity } from '../gen/voronka/crm/v1/field_set_pb';
import { useTranslation } from '../i18n/translation';
import { mayChangeClient, mayChangeDeal } from '../people/rights';
import { itself } from '../rules/field_name';
import { AddCompany } from './AddCompany';
import { attach } from './attach';
import styles from './blocks.module.css';
import { useNeededFor } from './next_asked';

const asked = [itself[Entity.COMPANY], ...namesOf(companyKind)];

function NoCompany({ deal }: { deal: Deal }) {
  const { t } = useTranslation();
  const adding = useInPlace();
  const neededFor = useNeededFor(deal);
  const lock = useLocks(Entity.DEAL)('company_id');
  const mayChange = mayChangeDeal(deal);
  if (adding.isOpen) return <AddCompany deal={deal} close={adding.close} />;
  return (
    <>
      <Needed names={asked} neededFor={neededFor} />
      {mayChange && !lock ? (
        <Button size="xs" variant="default" onClick={adding.open} autoFocus={adding.returns}>
          {t('clients.addCompany')}
        </Button>
      ) : (
        <p className={styles.none}>{t('clients.noCompany')}</p>
      )}
      {mayChange && <Locked why={lock} />}
    </>
  );
}

// The deal may be with another company, or with none.
function Exchange({ deal }: { deal: Deal }) {
  const { t } = useTranslation();
  const requestId = useRequestId();
  const replacing = useInPlace();
  const lock = useLocks(Entity.DEAL)('company_id');
  const detaching = useMutation({
    mutationFn: () => attach(requestId(['detach', deal.etag]), deal, { companyId: 0n }),
  });
  if (lock) return <Locked why={lock} />;
  if (replacing.isOpen) return <AddCompany deal={deal} close={replacing.close} />;
  return (
    <>
      <div className={styles.buttons}>
        <Button size="compact-xs" variant="subtle" onClick={replacing.open} autoFocus={replacing.returns}>
          {t('clients.replaceCompany')}
        </Button>
        <Button size="compact-xs" variant="subtle" loading={detaching.isPending} onClick={() => detaching.mutate()}>
          {t('clients.detachCompany')}
        </Button>
      </div>
      <Problem>{detaching.error && refusalOf(detaching.error).message}</Problem>
    </>
  );
}

function Attached({ deal, company }: { deal: Deal; company: Company }) {
  const neededFor = useNeededFor(deal);
  return (
    <>
      <CompanyDetails company={company} />
      <Needed names={namesOf(companyKind)} neededFor={neededFor} />
      <ClientFields kind={companyKind} client={company} neededFor={neededFor} />
      {mayChangeDeal(deal) && <Exchange deal={deal} />}
    </>
  );
}

// The company that the deal is with.
export function CompanyBlock({ deal }: { deal: Deal }) {
  const { data: company } = useClient(companyKind, deal.companyId);
  return (
    <ClientBlock
      title={useSystemLabels(Entity.DEAL)('company_id')}
      mayChange={company !== undefined && mayChangeClient(company)}
      form={(close) => company && <KnownClientForm kind={companyKind} client={company} close={close} />}
    >
      {company && <Attached deal={deal} company={company} />}
      {deal.companyId === 0n && <NoCompany deal={deal} />}
    </ClientBlock>
  );
}
