import { createClient } from '@connectrpc/connect';
import { ConfigurationService } from '../gen/voronka/crm/v1/configuration_pb';
import { transport } from './transport';

// Apart from the others: only admins need it, and it describes all that can be configured.
export const configurations = createClient(ConfigurationService, transport);
