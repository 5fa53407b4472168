import { deferred } from '../components/deferred';

export const activityDialog = deferred(async () => (await import('./ActivityDialog')).ActivityDialog);
