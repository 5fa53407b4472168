import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import { userScoped } from '../state/observable';

// The deal whose offer the user is about to decline.
export const declineAsked = userScoped<Deal | undefined>(undefined);
