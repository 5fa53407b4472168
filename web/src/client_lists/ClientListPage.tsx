import { NativeSelect, SegmentedControl, Skeleton, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { Link } from 'wouter';
import { navigate } from 'wouter/use-browser-location';
import { useFailure } from '../api/use_failure';
import { Empty } from '../components/Empty';
import { Failure } from '../components/Failure';
import { MoreButton } from '../components/MoreButton';
import { useTranslation } from '../i18n/translation';
import page from '../page/page.module.css';
import { PageHeader } from '../page/PageHeader';
import { usePageName } from '../page/use_page_name';
import { usePeople } from '../people/people';
import { useClientList, type ClientList, type Kind } from './client_list_query';
import styles from './ClientListPage.module.css';
import { ClientTable } from './ClientTable';
import { NewClient } from './NewClient';

const pauseMs = 250;

// What the two lists call things, and where duplicates are.
const words = {
  contact: {
    title: 'clientLists.contacts',
    search: 'clientLists.searchContacts',
    none: 'clientLists.noContacts',
    hint: 'clientLists.noContactsHint',
    duplicates: '/contacts/duplicates',
  },
  company: {
    title: 'clientLists.companies',
    search: 'clientLists.searchCompanies',
    none: 'clientLists.noCompanies',
    hint: 'clientLists.noCompaniesHint',
    duplicates: '/companies/duplicates',
  },
} as const;

interface FoundProps {
  kind: Kind;
  list: ClientList;
  // Something narrows the list.
  isSought: boolean;
}

function Found({ kind, list, isSought }: FoundProps) {
  const { t } = useTranslation();
  const failure = useFailure(list);
  if (failure) return <Failure {...failure} />;
  if (!list.data) return <Skeleton height={240} radius={12} />;
  const clients = list.data.pages.flatMap((read) => read.clients);
  if (!clients.length) {
    return isSought ? (
      <Empty title={t('clientLists.noneFound')} hint={t('clientLists.noneFoundHint')} />
    ) : (
      <Empty title={t(words[kind].none)} hint={t(words[kind].hint)} />
    );
  }
  return (
    <>
      <ClientTable kind={kind} clients={clients} />
      <MoreButton list={list} className={styles.more} />
    </>
  );
}

function ResponsibleSelect({ value, choose }: { value: string; choose: (userId: string) => void }) {
  const { t } = useTranslation();
  const people = [...usePeople().values()].sort((a, b) => a.displayName.localeCompare(b.displayName));
  return (
    <NativeSelect
      aria-label={t('clientLists.responsible')}
      value={value}
      onChange={(event) => choose(event.currentTarget.value)}
      data={[
        { value: '', label: t('clientLists.anyone') },
        ...people.map(({ id, displayName }) => ({ value: String(id), label: displayName })),
      ]}
    />
  );
}

// A list of contacts or companies, newest first, page by page.
export function ClientListPage({ kind }: { kind: Kind }) {
  const { t } = useTranslation();
  const [typed, type] = useState('');
  const [settled] = useDebouncedValue(typed.trim(), pauseMs);
  const [responsible, setResponsible] = useState('');
  const list = useClientList(kind, { words: settled, responsibleUserId: BigInt(responsible) });
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
      <div className={page.scroll}>
        <div className={styles.kinds}>
          <SegmentedControl
            aria-label={t('clientLists.which')}
            data={kinds}
            value={kind === 'contact' ? '/contacts' : '/companies'}
            onChange={(path) => navigate(path)}
            fullWidth
          />
        </div>
        <div className={styles.filter}>
          <TextInput
            type="search"
            className={styles.search}
            aria-label={t(words[kind].search)}
            placeholder={t(words[kind].search)}
            value={typed}
            maxLength={100}
            onChange={(event) => type(event.currentTarget.value)}
          />
          <ResponsibleSelect value={responsible} choose={setResponsible} />
          <Link to={words[kind].duplicates}>{t('duplicates.possible')}</Link>
        </div>
        <Found kind={kind} list={list} isSought={settled !== '' || responsible !== ''} />
      </div>
    </>
  );
}
