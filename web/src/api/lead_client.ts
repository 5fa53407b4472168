import { createClient } from '@connectrpc/connect';
import { LeadService } from '../gen/voronka/crm/v1/lead_pb';
import { transport } from './transport';

// Apart from the others: only the card of a lead needs it.
export const leads = createClient(LeadService, transport);
