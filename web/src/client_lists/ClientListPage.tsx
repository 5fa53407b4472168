import { SegmentedControl, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { Link } from 'wouter';
import { navigate } from 'wouter/use-browser-location';
import { useTranslation } from '../i18n/translation';
import { PageHeader } from '../page/PageHeader';
import { usePageName } from '../page/use_page_name';
import { ClientTable } from '../tables/ClientTable';
import styles from './ClientListPage.module.css';
import { NewClient, type Kind } from './NewClient';

const pauseMs = 250;

// What the two lists call things, and where duplicates are.
const words = {
  contact: {
    title: 'clientLists.contacts',
    search: 'clientLists.searchContacts',
    duplicates: '/contacts/duplicates',
  },
  company: {
    title: 'clientLists.companies',
    search: 'clientLists.searchCompanies',
    duplicates: '/companies/duplicates',
  },
} as const;

// All contacts or companies as a table, and a search among them.
export function ClientListPage({ kind }: { kind: Kind }) {
  const { t } = useTranslation();
  const [typed, type] = useState('');
  const [settled] = useDebouncedValue(typed.trim(), pauseMs);
  usePageName(t(words[kind].title));
  const kinds = [
    { value: '/contacts', label: t('clientLists.contacts') },
    { value: '/companies', label: t('clientLists.companies') },
  ];
  return (
    <>
      <PageHeader title={t(words[kind].title)}>
        <NewClient kind={kind} />
      </PageHeader>
      <div className={styles.kinds}>
        <SegmentedControl
          aria-label={t('clientLists.which')}
          data={kinds}
          value={kind === 'contact' ? '/contacts' : '/companies'}
          onChange={(path) => navigate(path)}
          fullWidth
        />
      </div>
      <ClientTable kind={kind} words={settled}>
        <TextInput
          type="search"
          className={styles.search}
          aria-label={t(words[kind].search)}
          placeholder={t(words[kind].search)}
          value={typed}
          maxLength={100}
          onChange={(event) => type(event.currentTarget.value)}
        />
        <Link to={words[kind].duplicates}>{t('duplicates.possible')}</Link>
      </ClientTable>
    </>
  );
}
