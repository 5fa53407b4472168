import { CloseButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '../i18n/translation';
import { newCompany, newCompanyName } from '../rules/new_company';
import { companyKind } from './client_kinds';
import { useClient } from './client_query';
import styles from './CompanySearch.module.css';
import { CompanySearch } from './CompanySearch';

interface CompanyFieldProps {
  label: string;
  // The label stands above it already.
  isLabelled?: boolean;
  // As text, or a new one (new_company.ts). Empty: none is chosen.
  companyId: string;
  choose: (companyId: string) => void;
  problem: string | undefined;
  autoFocus?: boolean;
}

interface ChosenProps extends Pick<CompanyFieldProps, 'label' | 'isLabelled' | 'companyId'> {
  clear: () => void;
}

function Chosen({ label, isLabelled, companyId, clear }: ChosenProps) {
  const { t } = useTranslation();
  const newName = newCompanyName(companyId);
  const { data: company } = useClient(companyKind, newName === undefined ? BigInt(companyId) : 0n);
  return (
    <div role="group" aria-label={label}>
      {!isLabelled && (
        <div className={styles.label} aria-hidden="true">
          {label}
        </div>
      )}
      <div className={styles.chosen}>
        <bdi>{newName ?? company?.name}</bdi>
        <CloseButton aria-label={t('clients.clearCompany')} onClick={clear} />
      </div>
    </div>
  );
}

// A company that is chosen in a form. A new one has nothing but its name at first, and is made when the form is sent.
export function CompanyField({ companyId, choose, problem, autoFocus, ...labelled }: CompanyFieldProps) {
  const [isCleared, setCleared] = useState(false);
  const clear = () => {
    setCleared(true);
    choose('');
  };
  if (companyId) return <Chosen {...labelled} companyId={companyId} clear={clear} />;
  return (
    <CompanySearch
      {...labelled}
      pick={({ id }) => choose(String(id))}
      make={({ name }) => (name ? () => choose(newCompany(name)) : undefined)}
      problem={problem}
      autoFocus={autoFocus || isCleared}
    />
  );
}
