import { navigate } from 'wouter/use-browser-location';
import { SearchResult_Kind as Kind } from '../gen/voronka/crm/v1/search_pb';
import { pathTo } from '../navigation/asked';
import { clientPath } from '../navigation/client_path';
import { openDeal } from '../navigation/deal_route';
import type { Recent } from './recent';

// Shows what was found: a deal over the current screen, a client on a page of its own, a task with its deal.
export function openFound({ kind, id, dealId }: Pick<Recent, 'kind' | 'id' | 'dealId'>): void {
  if (kind === Kind.DEAL) openDeal(BigInt(id));
  else if (kind === Kind.CONTACT) navigate(clientPath('contact', BigInt(id)));
  else if (kind === Kind.COMPANY) navigate(clientPath('company', BigInt(id)));
  else if (dealId !== '0') openDeal(BigInt(dealId));
  else navigate(pathTo({ taskId: id }));
}
