import { TextInput, UnstyledButton } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState, type KeyboardEvent } from 'react';
import { refusalOf } from '../api/refusal';
import { useFocusPassedOn } from '../components/focus';
import { isKey } from '../components/keys';
import list from '../fields/editors.module.css';
import { walkOptions } from '../fields/walk_options';
import type { Company } from '../gen/voronka/crm/v1/company_pb';
import { useTranslation } from '../i18n/translation';
import { useFoundCompanies } from './company_search';
import styles from './CompanySearch.module.css';
import { soughtBy, type Sought } from './sought';

export interface CompanySearchProps {
  label: string;
  // The label stands above it already.
  isLabelled?: boolean;
  pick: (company: Company) => void;
  // Takes a new one with what was typed. Undefined: it cannot be made of that.
  make: (sought: Sought) => (() => void) | undefined;
  problem?: string;
  autoFocus?: boolean;
}

// What tells one «Ромашка» from another.
const factsOf = ({ taxNumber, address }: Company): string => [taxNumber, address].filter(Boolean).join(' · ');

function Found({ company, pick }: { company: Company; pick: () => void }) {
  const facts = factsOf(company);
  return (
    <li>
      <UnstyledButton className={`${list.option} ${styles.option}`} onClick={pick} data-company={company.id}>
        <bdi>{company.name}</bdi>
        {facts && <bdi className={styles.facts}>{facts}</bdi>}
      </UnstyledButton>
    </li>
  );
}

function New({ sought, make }: { sought: Sought; make: () => void }) {
  const { t } = useTranslation();
  const { name, taxNumber } = sought;
  return (
    <li>
      <UnstyledButton className={list.option} onClick={make}>
        <span>
          <IconPlus size={14} aria-hidden="true" />{' '}
          {name ? t('clients.newCompany', { name }) : t('clients.newCompanyWith', { taxNumber })}
        </span>
      </UnstyledButton>
    </li>
  );
}

// One types a name or a tax number; companies that are known are offered as one types, and at last a new one.
export function CompanySearch({ label, isLabelled, pick, make, problem, autoFocus }: CompanySearchProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const root = useFocusPassedOn<HTMLDivElement>();
  const sought = soughtBy(typed);
  const { found, error, isCurrent } = useFoundCompanies(typed);
  const makeIt = sought && make(sought);
  // It must not send a form around it.
  const takeFirst = (event: KeyboardEvent) => {
    if (!isKey(event.nativeEvent, 'Enter')) return;
    event.preventDefault();
    event.stopPropagation();
    if (!isCurrent) return;
    if (found[0]) pick(found[0]);
    else makeIt?.();
  };
  return (
    <div ref={root} className={styles.search} onKeyDown={walkOptions}>
      <TextInput
        type="search"
        label={isLabelled ? undefined : label}
        aria-label={isLabelled ? label : undefined}
        placeholder={t('clients.nameOrNumber')}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={takeFirst}
        error={problem ?? (error && refusalOf(error).message)}
        autoFocus={autoFocus}
        data-autofocus={autoFocus || undefined}
        autoComplete="off"
      />
      {sought && (
        <ul className={list.list} aria-label={label}>
          {found.map((company) => (
            <Found key={String(company.id)} company={company} pick={() => pick(company)} />
          ))}
          {makeIt && <New sought={sought} make={makeIt} />}
        </ul>
      )}
    </div>
  );
}
