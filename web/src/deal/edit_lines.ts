import { timestampText } from '../calendar/date_text';
import { labelOf } from '../fields/labels';
import { kinds } from '../fields/kinds';
import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import { Entity, type FieldSet } from '../gen/voronka/crm/v1/field_set_pb';
import type { TimelineEntry } from '../gen/voronka/crm/v1/timeline_pb';
import { i18n } from '../i18n/i18n';
import { moneyText } from '../i18n/money';

// What the lines of an edit need besides the edit.
export interface KnownFields {
  // What is asked about a deal. Undefined until it is loaded.
  set: Pick<FieldSet, 'fields' | 'removedFields'> | undefined;
  nameOf: (userId: bigint) => string;
  // What a contact or a company is called. Undefined: it is not loaded. Absent: none is.
  clientOf?: (kind: 'contact' | 'company', id: bigint) => string | undefined;
}

interface ShownField {
  label: string;
  // Absent or undefined: the value says nothing to people, like an id.
  value?: (deal: Deal) => string | undefined;
}

const clientName = (kind: 'contact' | 'company', id: bigint, { clientOf }: KnownFields) =>
  id === 0n ? '' : clientOf?.(kind, id);

const systemValues: Partial<Record<string, (deal: Deal, known: KnownFields) => string | undefined>> = {
  name: ({ name }) => name,
  amount: ({ amount }) => (amount ? moneyText(amount) : ''),
  amount_confirmed: ({ amountConfirmed }) => i18n.t(amountConfirmed ? 'deal.amountSure' : 'deal.amountRough'),
  deadline: ({ deadline }) => timestampText(deadline),
  contact_id: ({ contactId }, known) => clientName('contact', contactId, known),
  company_id: ({ companyId }, known) => clientName('company', companyId, known),
};

const prefix = 'fields.';

// Also of a field that has been removed since.
function ownField(key: string, { set, nameOf }: KnownFields): ShownField {
  const field = [...(set?.fields ?? []), ...(set?.removedFields ?? [])].find((known) => known.key === key);
  const kind = field && kinds[field.kind];
  if (!kind) return { label: field?.label ?? key };
  const valueOf = ({ fields }: Deal) => fields[key]?.value ?? { case: undefined };
  return { label: field.label, value: (deal) => kind.form.text(valueOf(deal), { field, nameOf }) };
}

function shownField(name: string, known: KnownFields): ShownField {
  if (name.startsWith(prefix)) return ownField(name.slice(prefix.length), known);
  const system = systemValues[name];
  // A field that is newer than this page goes by its name.
  if (!system) return { label: name };
  const field = known.set?.fields.find(({ key }) => key === name) ?? { key: name, label: '' };
  return { label: labelOf(Entity.DEAL, field), value: (deal) => system(deal, known) };
}

// A description of several pages is in the field itself.
const mostShown = 300;

export function shortened(text: string): string {
  const all = Array.from(text);
  return all.length > mostShown ? `${all.slice(0, mostShown).join('')}…` : text;
}

function lineOf({ label, value }: ShownField, before: Deal | undefined, after: Deal | undefined): string {
  const [was, is] = [before, after].map((deal) => deal && value?.(deal));
  if (was === undefined || is === undefined) return label;
  const shown = (text: string) => shortened(text) || i18n.t('timeline.nothing');
  return i18n.t('timeline.fieldChanged', { field: label, before: shown(was), after: shown(is) });
}

// What an edit changed, one line a field: «Сумма: 100 ₽ → 250 ₽».
export function editLines({ edit }: TimelineEntry, known: KnownFields): string[] {
  return (edit?.fields ?? []).map((name) => lineOf(shownField(name, known), edit?.before, edit?.after));
}
