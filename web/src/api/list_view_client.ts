import { createClient } from '@connectrpc/connect';
import { ListViewService } from '../gen/voronka/crm/v1/list_view_pb';
import { transport } from './transport';

// Apart from the others: only tables need it.
export const listViews = createClient(ListViewService, transport);
