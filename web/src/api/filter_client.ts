import { createClient } from '@connectrpc/connect';
import { FilterService } from '../gen/voronka/crm/v1/filter_pb';
import { SavedFilterService } from '../gen/voronka/crm/v1/saved_filter_pb';
import { transport } from './transport';

// Apart from the others: the board asks by a filter itself.
export const filters = createClient(FilterService, transport);
export const savedFilters = createClient(SavedFilterService, transport);
