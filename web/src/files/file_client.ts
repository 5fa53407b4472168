import { createClient } from '@connectrpc/connect';
import { transport } from '../api/transport';
import { FileService } from '../gen/voronka/crm/v1/file_pb';

// Apart from the others: no first screen needs it.
export const files = createClient(FileService, transport);
