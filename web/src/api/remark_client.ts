import { createClient } from '@connectrpc/connect';
import { RemarkService } from '../gen/voronka/crm/v1/remark_pb';
import { transport } from './transport';

// Apart from the others: no first screen needs it.
export const remarks = createClient(RemarkService, transport);
