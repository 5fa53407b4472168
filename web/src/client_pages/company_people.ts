import { useInfiniteQuery } from '@tanstack/react-query';
import { contacts } from '../api/clients';
import { queryClient } from '../api/query_client';
import { ContactSchema } from '../gen/voronka/crm/v1/contact_pb';
import { resourcesOf } from '../live/changes';
import { streamReady } from '../live/readiness';
import { reread } from '../live/reread';
import { changeTopic } from '../live/topics';

const listsKey = ['company-people'];

// Who speaks for the company, page by page.
export function useCompanyPeople(companyId: bigint) {
  return useInfiniteQuery({
    queryKey: [...listsKey, String(companyId)],
    queryFn: async ({ pageParam }) => {
      await streamReady();
      return contacts.listContacts({ companyId, pageSize: 50, pageToken: pageParam });
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.nextPageToken || undefined,
  });
}

// Contacts change seldom, and may have left any company.
changeTopic.subscribe((changes) => {
  if (resourcesOf(changes, ContactSchema).length) reread(queryClient, listsKey);
});
