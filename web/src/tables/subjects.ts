import { contacts, deals, tasks } from '../api/clients';
import { companies } from '../api/later_clients';
import { filters } from '../api/filter_client';
import { cardStore } from '../cards/card_store';
import { companyKind, contactKind } from '../clients/client_kinds';
import { putClient } from '../clients/client_query';
import { contactSought } from '../clients/contact_sought';
import { soughtBy } from '../clients/sought';
import { CompanySchema, type Company } from '../gen/voronka/crm/v1/company_pb';
import { ContactSchema, type Contact } from '../gen/voronka/crm/v1/contact_pb';
import { DealSchema, type Deal } from '../gen/voronka/crm/v1/deal_pb';
import { FilterSubject } from '../gen/voronka/crm/v1/saved_filter_pb';
import { TaskSchema, type Task } from '../gen/voronka/crm/v1/task_pb';
import { goneOf, resourcesOf } from '../live/changes';
import { mayChangeClient, mayChangeDeal } from '../people/rights';
import type { Subject } from './subject';

const idsOf = (rows: { id: bigint }[]): bigint[] => rows.map(({ id }) => id);

export const dealSubject: Subject<Deal> = {
  filters: FilterSubject.DEALS,
  read: async ({ filter, orderBy }, page, signal) => {
    const { deals: rows, nextPageToken } = await filters.filterDeals({ filter, orderBy, ...page }, { signal });
    return { rows, nextPageToken };
  },
  count: (filter, signal) => filters.countDeals({ filter }, { signal }),
  get: (dealId) => deals.getDeal({ dealId }),
  update: (dealId, { part, ...change }) => deals.updateDeal({ ...change, dealId, deal: part }),
  share: (deal) => void cardStore.putDeals([deal]),
  mayChange: mayChangeDeal,
  changed: (changes) => resourcesOf(changes, DealSchema),
  gone: (changes) => idsOf(goneOf(changes, DealSchema)),
};

// A search finds a client by whatever is known of them, newest first.
const newest = { newestFirst: true };

export const contactSubject: Subject<Contact> = {
  filters: FilterSubject.CONTACTS,
  read: async ({ filter, orderBy, words }, page, signal) => {
    const { contacts: rows, nextPageToken } = words
      ? await contacts.listContacts({ ...contactSought(words), ...newest, ...page }, { signal })
      : await filters.filterContacts({ filter, orderBy, ...page }, { signal });
    return { rows, nextPageToken };
  },
  count: async (filter, signal) => ({ ...(await filters.countContacts({ filter }, { signal })), amounts: [] }),
  get: contactKind.get,
  update: contactKind.update,
  share: (contact) => putClient(contactKind, contact),
  mayChange: mayChangeClient,
  changed: (changes) => resourcesOf(changes, ContactSchema),
  gone: (changes) => idsOf(goneOf(changes, ContactSchema)),
};

export const companySubject: Subject<Company> = {
  filters: FilterSubject.COMPANIES,
  read: async ({ filter, orderBy, words }, page, signal) => {
    const { companies: rows, nextPageToken } = words
      ? await companies.listCompanies({ ...soughtBy(words), ...newest, ...page }, { signal })
      : await filters.filterCompanies({ filter, orderBy, ...page }, { signal });
    return { rows, nextPageToken };
  },
  count: async (filter, signal) => ({ ...(await filters.countCompanies({ filter }, { signal })), amounts: [] }),
  get: companyKind.get,
  update: companyKind.update,
  share: (company) => putClient(companyKind, company),
  mayChange: mayChangeClient,
  changed: (changes) => resourcesOf(changes, CompanySchema),
  gone: (changes) => idsOf(goneOf(changes, CompanySchema)),
};

// Their cells open the dialogs that tasks have elsewhere.
export const taskSubject: Subject<Task> = {
  filters: FilterSubject.TASKS,
  read: async ({ filter, orderBy }, page, signal) => {
    const { tasks: rows, nextPageToken } = await filters.filterTasks({ filter, orderBy, ...page }, { signal });
    return { rows, nextPageToken };
  },
  count: async (filter, signal) => ({ ...(await filters.countTasks({ filter }, { signal })), amounts: [] }),
  get: (taskId) => tasks.getTask({ taskId }),
  share: () => undefined,
  mayChange: () => false,
  changed: (changes) => resourcesOf(changes, TaskSchema),
  gone: (changes) => idsOf(goneOf(changes, TaskSchema)),
};
