import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import { Observable } from '../state/observable';

// The deal whose offer the user is about to decline.
export const declineAsked = new Observable<Deal | undefined>(undefined);
