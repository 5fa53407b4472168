import { contacts, deals } from '../api/clients';
import { queryClient } from '../api/query_client';
import { useRequestId } from '../api/request_id';
import { cardStore } from '../cards/card_store';
import { saveValue, type Keeper } from '../fields/save_value';
import type { Contact } from '../gen/voronka/crm/v1/contact_pb';
import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import type { FieldValue } from '../gen/voronka/crm/v1/field_value_pb';
import { contactKey } from './deal_query';

export type SaveOwn = (key: string, value: FieldValue | undefined) => Promise<string | undefined>;

const dealKeeper = (dealId: bigint): Keeper<Deal> => ({
  name: 'deal',
  read: () => deals.getDeal({ dealId }),
  update: ({ fields, ...request }) => deals.updateDeal({ ...request, dealId, deal: { fields } }),
  put: (deal) => void cardStore.putDeals([deal]),
});

const contactKeeper = (contactId: bigint): Keeper<Contact> => ({
  name: 'contact',
  read: () => contacts.getContact({ contactId }),
  update: ({ fields, ...request }) => contacts.updateContact({ ...request, contactId, contact: { fields } }),
  put: (contact) => void queryClient.setQueryData(contactKey(contactId), contact),
});

export function useSaveOfDeal(deal: Deal): SaveOwn {
  const requestId = useRequestId();
  return (key, value) =>
    saveValue(dealKeeper(deal.id), deal, { key, value, requestId: requestId([key, value?.value, deal.etag]) });
}

export function useSaveOfContact(contact: Contact): SaveOwn {
  const requestId = useRequestId();
  return (key, value) =>
    saveValue(contactKeeper(contact.id), contact, {
      key,
      value,
      requestId: requestId([key, value?.value, contact.etag]),
    });
}
