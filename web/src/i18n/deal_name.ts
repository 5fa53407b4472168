import { i18n } from './i18n';

// What a deal is called on the screen: its name, or its number where nobody has named it. `label`: whether it is a deal
// or a lead (pipelines/deal_words.ts).
export const dealName = (id: bigint, name = '', label: 'deal.label' | 'leads.label' = 'deal.label') =>
  name || i18n.t(label, { id });
