import { useQueries, useQuery } from '@tanstack/react-query';
import { queryClient } from '../api/query_client';
import { CompanySchema } from '../gen/voronka/crm/v1/company_pb';
import { ContactSchema } from '../gen/voronka/crm/v1/contact_pb';
import { resourcesOf } from '../live/changes';
import { streamReady } from '../live/readiness';
import { amend } from '../live/reread';
import { changeTopic } from '../live/topics';
import { companyKind, contactKind, type Client, type ClientKind } from './client_kinds';

const clientKey = ({ name }: Pick<ClientKind<Client>, 'name'>, id: bigint) => [name, String(id)];

const clientQuery = <T extends Client>(kind: ClientKind<T>, id: bigint) => ({
  queryKey: clientKey(kind, id),
  queryFn: async () => {
    await streamReady();
    return kind.get(id);
  },
  enabled: id !== 0n,
});

// `id` 0: none.
export function useClient<T extends Client>(kind: ClientKind<T>, id: bigint) {
  return useQuery(clientQuery(kind, id));
}

// The names of some, by their ids, as far as they are loaded.
export function useNamesOf<T extends Client>(kind: ClientKind<T>, ids: bigint[]): Map<bigint, string> {
  const known = useQueries({ queries: ids.map((id) => clientQuery(kind, id)) });
  return new Map(known.flatMap(({ data }) => (data ? [[data.id, data.name] as const] : [])));
}

// The answer to a change of one's own.
export function putClient<T extends Client>(kind: ClientKind<T>, client: T): void {
  queryClient.setQueryData<T>(clientKey(kind, client.id), (known) =>
    known && known.etag > client.etag ? known : client,
  );
}

// A colleague's change. The newer version wins.
function amendClient<T extends Client>(kind: ClientKind<T>, client: T): void {
  amend<T>(queryClient, clientKey(kind, client.id), (known) => (known.etag < client.etag ? client : known));
}

// Only what is known already is changed, so that this may go on when nobody is logged in.
changeTopic.subscribe((changes) => {
  for (const contact of resourcesOf(changes, ContactSchema)) amendClient(contactKind, contact);
  for (const company of resourcesOf(changes, CompanySchema)) amendClient(companyKind, company);
});
