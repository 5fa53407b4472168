import { companyKind } from '../clients/client_kinds';
import { useClient } from '../clients/client_query';
import { useTranslation } from '../i18n/translation';
import { nameOfDeal } from '../pipelines/name_of_deal';
import own from './BecomesList.module.css';
import type { ConversionState } from './use_conversion';

function useContactLine({ contact, typed }: ConversionState): string {
  const { t } = useTranslation();
  const name = contact?.name.trim() || typed.name.trim() || t('leads.notTyped');
  return t(contact ? 'leads.becomesContact' : 'leads.becomesNewContact', { name });
}

// Nothing: no company pays.
function useCompanyLine({ lead, typed, contact }: ConversionState): string | undefined {
  const { t } = useTranslation();
  const known = lead.companyId || (typed.isFirm ? 0n : (contact?.companyId ?? 0n));
  const { data } = useClient(companyKind, known);
  if (known) return data && t('leads.becomesCompany', { name: data.name });
  if (!typed.isFirm) return undefined;
  return t('leads.becomesNewCompany', { name: typed.company.trim() || t('leads.notTypedCompany') });
}

function useDealLine({ lead, target: { pipeline, stage } }: ConversionState): string | undefined {
  const { t } = useTranslation();
  if (!pipeline || !stage) return undefined;
  return t('leads.becomesDeal', { name: nameOfDeal(lead), pipeline: pipeline.name, stage: stage.name });
}

// What a lead becomes: a contact, a company if one pays, and a deal.
export function BecomesList({ form }: { form: ConversionState }) {
  const { t } = useTranslation();
  const lines = [useContactLine(form), useCompanyLine(form), useDealLine(form)];
  return (
    <ul className={own.list} aria-label={t('leads.becomes')}>
      {lines.map((line) => line && <li key={line}>{line}</li>)}
    </ul>
  );
}
