import { deferred } from '../components/deferred';

export const convertDialog = deferred(async () => (await import('./ConvertDialog')).ConvertDialog);
export const refuseDialog = deferred(async () => (await import('./RefuseDialog')).RefuseDialog);
