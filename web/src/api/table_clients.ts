import { createClient } from '@connectrpc/connect';
import { FilterService } from '../gen/voronka/crm/v1/filter_pb';
import { ListViewService } from '../gen/voronka/crm/v1/list_view_pb';
import { transport } from './transport';

// Apart from the others: only tables need them.
export const lists = createClient(FilterService, transport);
export const listViews = createClient(ListViewService, transport);
