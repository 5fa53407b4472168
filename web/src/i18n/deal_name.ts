import { i18n } from './i18n';

// What a deal is called on the screen: its name, or its number where nobody has named it.
export const dealName = (id: bigint, name = '') => name || i18n.t('deal.label', { id });
