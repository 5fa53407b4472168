import { createClient } from '@connectrpc/connect';
import { SessionService } from '../gen/voronka/crm/v1/session_pb';
import { publicTransport } from './transport';

// For people who cannot log in yet: whoever has the link sets the password.
export const passwordLinks = createClient(SessionService, publicTransport);
