import { SearchResult_Kind as Kind } from '../gen/voronka/crm/v1/search_pb';

// What each kind is called, and the field that its name comes from.
export const kinds = {
  [Kind.UNSPECIFIED]: { group: 'search.results', nameField: '' },
  [Kind.DEAL]: { group: 'search.kinds.deal', nameField: 'deal.name' },
  [Kind.CONTACT]: { group: 'search.kinds.contact', nameField: 'contact.name' },
  [Kind.COMPANY]: { group: 'search.kinds.company', nameField: 'company.name' },
  [Kind.TASK]: { group: 'search.kinds.task', nameField: 'task.text' },
} as const satisfies Record<Kind, { group: string; nameField: string }>;
