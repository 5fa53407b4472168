import { createClient } from '@connectrpc/connect';
import { transport } from '../api/transport';
import { MergeService } from '../gen/voronka/crm/v1/merge_pb';
import { SharedPointService } from '../gen/voronka/crm/v1/shared_point_pb';

// Apart from the others: no first screen needs them.
export const merges = createClient(MergeService, transport);
export const sharedPoints = createClient(SharedPointService, transport);
