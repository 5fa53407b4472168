import { CloseButton } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { refusalOf } from '../api/refusal';
import { useRequestId } from '../api/request_id';
import { useTranslation } from '../i18n/translation';
import { companyKind } from './client_kinds';
import { putClient, useClient } from './client_query';
import styles from './CompanySearch.module.css';
import { CompanySearch } from './CompanySearch';

interface CompanyFieldProps {
  label: string;
  // The label stands above it already.
  isLabelled?: boolean;
  // As text. Empty: none is chosen.
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
  const { data: company } = useClient(companyKind, BigInt(companyId));
  return (
    <div role="group" aria-label={label}>
      {!isLabelled && (
        <div className={styles.label} aria-hidden="true">
          {label}
        </div>
      )}
      <div className={styles.chosen}>
        <bdi>{company?.name}</bdi>
        <CloseButton aria-label={t('clients.clearCompany')} onClick={clear} />
      </div>
    </div>
  );
}

// A company that is chosen in a form. A new one has nothing but its name at first.
export function CompanyField({ companyId, choose, problem, autoFocus, ...labelled }: CompanyFieldProps) {
  const requestId = useRequestId();
  const [isCleared, setCleared] = useState(false);
  const making = useMutation({
    mutationFn: (name: string) => companyKind.add(requestId(name), { name }),
    onSuccess: (company) => {
      putClient(companyKind, company);
      choose(String(company.id));
    },
  });
  const clear = () => {
    setCleared(true);
    choose('');
  };
  if (companyId) return <Chosen {...labelled} companyId={companyId} clear={clear} />;
  return (
    <CompanySearch
      {...labelled}
      pick={({ id }) => choose(String(id))}
      make={({ name }) => (name ? () => making.mutate(name) : undefined)}
      problem={problem ?? (making.error ? refusalOf(making.error).message : undefined)}
      autoFocus={autoFocus || isCleared}
    />
  );
}
