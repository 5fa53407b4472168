import { createClient } from '@connectrpc/connect';
import { SearchService } from '../gen/voronka/crm/v1/search_pb';
import { transport } from './transport';

// Apart from the others: no first screen needs it.
export const search = createClient(SearchService, transport);
