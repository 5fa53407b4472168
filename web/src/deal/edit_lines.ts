import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import type { TimelineEntry } from '../gen/voronka/crm/v1/timeline_pb';
import { i18n } from '../i18n/i18n';
import { moneyText } from '../i18n/money';

interface ShownField {
  label: 'deal.name' | 'deal.amount' | 'deal.contact';
  // Absent: the value says nothing to people, like an id.
  value?: (deal: Deal) => string;
}

const fields: Partial<Record<string, ShownField>> = {
  name: { label: 'deal.name', value: ({ name }) => name },
  amount: { label: 'deal.amount', value: ({ amount }) => (amount ? moneyText(amount) : '') },
  contact_id: { label: 'deal.contact' },
};

function lineOf(name: string, before: Deal | undefined, after: Deal | undefined): string {
  const field = fields[name];
  // A field that is newer than this page.
  if (!field) return name;
  const label = i18n.t(field.label);
  if (!field.value || !before || !after) return label;
  const shown = (text: string) => text || i18n.t('timeline.nothing');
  return i18n.t('timeline.fieldChanged', {
    field: label,
    before: shown(field.value(before)),
    after: shown(field.value(after)),
  });
}

// What an edit changed, one line a field: «Сумма: 100 ₽ → 250 ₽».
export function editLines({ edit }: TimelineEntry): string[] {
  return (edit?.fields ?? []).map((name) => lineOf(name, edit?.before, edit?.after));
}
