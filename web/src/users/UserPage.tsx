import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconChevronLeft } from '@tabler/icons-react';
import { Link } from 'wouter';
import { refusalOf } from '../api/refusal';
import { Empty } from '../components/Empty';
import { Failure } from '../components/Failure';
import { InboxOf } from '../deliveries/InboxOf';
import { SessionList } from '../devices/SessionList';
import type { User } from '../gen/voronka/crm/v1/user_pb';
import { useTranslation } from '../i18n/translation';
import { Block } from '../page/Block';
import page from '../page/page.module.css';
import { PageHeader } from '../page/PageHeader';
import { peopleQuery } from '../people/people';
import { isAdmin } from '../people/rights';
import { AccessBlock } from './AccessBlock';
import { UserForm } from './UserForm';
import styles from './UserPage.module.css';

function Blocks({ shown, isOwn }: { shown: User; isOwn: boolean }) {
  const { t } = useTranslation();
  return (
    <div className={page.columns}>
      <div>
        <Block title={t('users.details')}>
          <UserForm user={shown} />
        </Block>
        <Block title={t('notifications.title')}>
          <InboxOf userId={shown.id} />
        </Block>
      </div>
      <div>
        <Block title={t('users.access')}>
          <AccessBlock user={shown} isOwn={isOwn} />
        </Block>
        <Block title={t('devices.title')}>
          <SessionList userId={shown.id} />
        </Block>
      </div>
    </div>
  );
}

interface UserPageProps {
  // As in the address.
  id: string;
  // Who looks at it.
  user: User;
}

export function UserPage({ id, user }: UserPageProps) {
  const { t } = useTranslation();
  const { data, error, isPending, refetch } = useQuery(peopleQuery);
  const shown = /^\d{1,18}$/.test(id) ? data?.get(BigInt(id)) : undefined;
  const mayLook = isAdmin(user);
  return (
    <>
      <PageHeader title={(mayLook && shown?.displayName) || t('users.title')} />
      <div className={page.scroll}>
        {mayLook && (
          <Link to="/users" className={styles.back}>
            <IconChevronLeft size={16} aria-hidden="true" /> {t('users.all')}
          </Link>
        )}
        {!mayLook && <Empty title={t('users.forAdmins')} hint={t('users.forAdminsHint')} />}
        {mayLook && isPending && <Skeleton height={320} radius={12} />}
        {mayLook && error && !data && <Failure text={refusalOf(error).message} retry={() => void refetch()} />}
        {mayLook && data && !shown && <Empty title={t('users.missing')} />}
        {mayLook && shown && <Blocks shown={shown} isOwn={shown.id === user.id} />}
      </div>
    </>
  );
}
