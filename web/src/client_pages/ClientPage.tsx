import { Code } from '@connectrpc/connect';
import { Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import { Redirect } from 'wouter';
import { refusalOf } from '../api/refusal';
import { useFailure } from '../api/use_failure';
import { ClientBlock } from '../clients/ClientBlock';
import { ClientFields } from '../clients/ClientFields';
import type { Client, ClientKind } from '../clients/client_kinds';
import { useClient } from '../clients/client_query';
import { KnownClientForm } from '../clients/KnownClientForm';
import { Empty } from '../components/Empty';
import { Failure } from '../components/Failure';
import { Duplicates } from '../duplicates/Duplicates';
import { FilesBlock } from '../files/FilesBlock';
import { useTranslation } from '../i18n/translation';
import { clientPath } from '../navigation/client_path';
import { Box } from '../page/Block';
import page from '../page/page.module.css';
import { PageHeader } from '../page/PageHeader';
import { usePageName } from '../page/use_page_name';
import { mayChangeClient } from '../people/rights';
import { ClientDeals } from './ClientDeals';
import { ClientInquiries } from './ClientInquiries';
import styles from './client_pages.module.css';
import { ClientTasks } from './ClientTasks';
import { ClientTimeline } from './ClientTimeline';
import { ReachBlock } from './ReachBlock';

interface ClientPageProps<T extends Client> {
  kind: ClientKind<T>;
  id: bigint;
  // What is shown of the client.
  details: (client: T) => ReactNode;
  // What else is shown of it.
  more?: (client: T) => ReactNode;
  // What else there is about it, beside its deals.
  children?: ReactNode;
}

// No stage is in view that would ask for anything.
const neededByNobody = () => '';

type AboutProps<T extends Client> = Pick<ClientPageProps<T>, 'kind' | 'details'> & { client: T };

function About<T extends Client>({ kind, client, details }: AboutProps<T>) {
  const { t } = useTranslation();
  return (
    <Box>
      <ClientBlock
        title={t(`clients.details.${kind.name}`)}
        mayChange={mayChangeClient(client)}
        form={(close) => <KnownClientForm kind={kind} client={client} close={close} />}
      >
        {details(client)}
        <ClientFields kind={kind} client={client} neededFor={neededByNobody} />
      </ClientBlock>
      <div className={styles.files}>
        <FilesBlock entity={kind.entity} entityId={client.id} />
      </div>
    </Box>
  );
}

// The page of a contact or a company: what is known, and the deals with it.
export function ClientPage<T extends Client>({ kind, id, details, more, children }: ClientPageProps<T>) {
  const { t } = useTranslation();
  const query = useClient(kind, id);
  const failure = useFailure(query);
  const { data: client, error } = query;
  const refusal = error && refusalOf(error);
  const isMissing = refusal?.code === Code.NotFound;
  const survivor = refusal?.metadata[`merged_into_${kind.name}_id`];
  const name = client?.name || t(`clients.details.${kind.name}`);
  usePageName(name);
  const whose = { kind: kind.name, id };
  if (survivor) return <Redirect to={clientPath(kind.name, BigInt(survivor))} replace />;
  return (
    <>
      <PageHeader title={<bdi className={styles.title}>{name}</bdi>} />
      <div className={page.scroll}>
        {isMissing ? (
          <Empty title={t(`clients.missing.${kind.name}`)} />
        ) : failure ? (
          <Failure {...failure} />
        ) : client ? (
          <div className={page.columns}>
            <div>
              <About kind={kind} client={client} details={details} />
              <ReachBlock kind={kind} client={client} />
              {more?.(client)}
              <Duplicates kind={kind} client={client} />
              {children}
              <ClientInquiries whose={whose} />
            </div>
            <div>
              <ClientTasks whose={whose} />
              <ClientDeals whose={whose} />
              <ClientTimeline whose={whose} />
            </div>
          </div>
        ) : (
          <Skeleton height={220} radius={12} />
        )}
      </div>
    </>
  );
}
