import { Button, SegmentedControl, Skeleton, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconUserPlus } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { refusalOf } from '../api/refusal';
import { Empty } from '../components/Empty';
import { Failure } from '../components/Failure';
import type { User } from '../gen/voronka/crm/v1/user_pb';
import { useTranslation } from '../i18n/translation';
import page from '../page/page.module.css';
import { PageHeader } from '../page/PageHeader';
import { peopleQuery } from '../people/people';
import { isAdmin } from '../people/rights';
import { InviteDialog } from './InviteDialog';
import { listedUsers, type Listed } from './user_list';
import styles from './UsersPage.module.css';
import { UserTable } from './UserTable';

interface ListProps {
  listed: Listed;
  words: string;
}

function UserList({ listed, words }: ListProps) {
  const { t } = useTranslation();
  const { data, error, isPending, refetch } = useQuery(peopleQuery);
  const found = useMemo(() => listedUsers(data?.values() ?? [], listed, words), [data, listed, words]);
  if (isPending) return <Skeleton height={240} radius={12} />;
  if (!data) return <Failure text={refusalOf(error).message} retry={() => void refetch()} />;
  if (found.length) return <UserTable users={found} />;
  if (words.trim()) return <Empty title={t('users.noneFound')} hint={t('users.noneFoundHint')} />;
  return <Empty title={t('users.noneDisabled')} hint={t('users.noneDisabledHint')} />;
}

function Users() {
  const { t } = useTranslation();
  const [listed, setListed] = useState<Listed>('present');
  const [words, setWords] = useState('');
  const [isInviting, setInviting] = useState(false);
  const choices = [
    { value: 'present', label: t('users.present') },
    { value: 'disabled', label: t('users.disabled') },
  ];
  return (
    <>
      <PageHeader title={t('users.title')}>
        <Button size="sm" leftSection={<IconUserPlus size={16} aria-hidden="true" />} onClick={() => setInviting(true)}>
          {t('users.invite')}
        </Button>
      </PageHeader>
      <div className={page.scroll}>
        <div className={styles.filter}>
          <TextInput
            type="search"
            className={styles.search}
            aria-label={t('users.search')}
            placeholder={t('users.search')}
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
          <SegmentedControl
            size="sm"
            aria-label={t('users.filter')}
            data={choices}
            value={listed}
            onChange={(chosen) => setListed(chosen as Listed)}
          />
        </div>
        <UserList listed={listed} words={words} />
      </div>
      <InviteDialog opened={isInviting} close={() => setInviting(false)} />
    </>
  );
}

// For admins: who works in the account.
export function UsersPage({ user }: { user: User }) {
  const { t } = useTranslation();
  if (isAdmin(user)) return <Users />;
  return (
    <>
      <PageHeader title={t('users.title')} />
      <Empty title={t('users.forAdmins')} hint={t('users.forAdminsHint')} />
    </>
  );
}
