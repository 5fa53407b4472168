import type { ReactNode } from 'react';
import { useTranslation } from '../i18n/translation';
import { useCompanyColumns, useContactColumns } from './client_columns';
import { companySubject, contactSubject } from './subjects';
import { Table } from './Table';

interface ClientTableProps {
  kind: 'contact' | 'company';
  // What is typed into the search box.
  words: string;
  // The search box.
  children: ReactNode;
}

const isAny = () => true;

function Contacts({ words, children }: Omit<ClientTableProps, 'kind'>) {
  const { t } = useTranslation();
  return (
    <Table
      label={t('clientLists.contacts')}
      subject={contactSubject}
      columns={useContactColumns()}
      mayBeIn={isAny}
      words={words}
      empty={{ title: t('clientLists.noContacts'), hint: t('clientLists.noContactsHint') }}
    >
      {children}
    </Table>
  );
}

function Companies({ words, children }: Omit<ClientTableProps, 'kind'>) {
  const { t } = useTranslation();
  return (
    <Table
      label={t('clientLists.companies')}
      subject={companySubject}
      columns={useCompanyColumns()}
      mayBeIn={isAny}
      words={words}
      empty={{ title: t('clientLists.noCompanies'), hint: t('clientLists.noCompaniesHint') }}
    >
      {children}
    </Table>
  );
}

// All contacts, or all companies.
export function ClientTable({ kind, ...table }: ClientTableProps) {
  return kind === 'contact' ? <Contacts {...table} /> : <Companies {...table} />;
}
