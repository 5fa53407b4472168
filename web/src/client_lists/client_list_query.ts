import type { DescMessage } from '@bufbuild/protobuf';
import {
  keepPreviousData,
  useInfiniteQuery,
  type InfiniteData,
  type UseInfiniteQueryResult,
} from '@tanstack/react-query';
import { contacts } from '../api/clients';
import { companies } from '../api/later_clients';
import { queryClient } from '../api/query_client';
import { soughtBy } from '../clients/sought';
import { CompanySchema } from '../gen/voronka/crm/v1/company_pb';
import { ContactSchema } from '../gen/voronka/crm/v1/contact_pb';
import { goneOf, resourcesOf } from '../live/changes';
import { streamReady } from '../live/readiness';
import { reread } from '../live/reread';
import { changeTopic } from '../live/topics';
import { batched } from '../state/batching';
import { contactSought } from './contact_sought';
import { nonEmptyPage, type ClientPage } from './non_empty_page';

export interface ListFilter {
  // As typed.
  words: string;
  // 0: anybody's.
  responsibleUserId: bigint;
}

export type Kind = 'contact' | 'company';

export type ClientList = UseInfiniteQueryResult<InfiniteData<ClientPage>>;

const pageSize = 50;
const listKey = (kind: Kind) => ['client-list', kind];

// Newest first.
const asked = ({ responsibleUserId }: ListFilter, pageToken: string) =>
  ({ responsibleUserId, newestFirst: true, pageSize, pageToken }) as const;

async function readContacts(filter: ListFilter, pageToken: string): Promise<ClientPage> {
  const page = await contacts.listContacts({ ...contactSought(filter.words), ...asked(filter, pageToken) });
  return { clients: page.contacts, nextPageToken: page.nextPageToken };
}

async function readCompanies(filter: ListFilter, pageToken: string): Promise<ClientPage> {
  const page = await companies.listCompanies({ ...soughtBy(filter.words), ...asked(filter, pageToken) });
  return { clients: page.companies, nextPageToken: page.nextPageToken };
}

const reads = { contact: readContacts, company: readCompanies };

// Page by page.
export function useClientList(kind: Kind, filter: ListFilter): ClientList {
  return useInfiniteQuery({
    queryKey: [...listKey(kind), filter.words, String(filter.responsibleUserId)],
    queryFn: async ({ pageParam }) => {
      await streamReady();
      return nonEmptyPage((pageToken) => reads[kind](filter, pageToken), pageParam);
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.nextPageToken || undefined,
    placeholderData: keepPreviousData,
  });
}

// In an import they change one after another.
const collectMs = 1_000;
const rereadContacts = batched<true>(collectMs, 1, () => reread(queryClient, listKey('contact')));
const rereadCompanies = batched<true>(collectMs, 1, () => reread(queryClient, listKey('company')));

changeTopic.subscribe((changes) => {
  const concern = (type: DescMessage) => resourcesOf(changes, type).length + goneOf(changes, type).length > 0;
  if (concern(ContactSchema)) rereadContacts([true]);
  if (concern(CompanySchema)) rereadCompanies([true]);
});
