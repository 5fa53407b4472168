import { createClient } from '@connectrpc/connect';
import { UnsortedService } from '../gen/voronka/crm/v1/unsorted_pb';
import { transport } from './transport';

// Apart from the others: no first screen needs it.
export const unsorted = createClient(UnsortedService, transport);
