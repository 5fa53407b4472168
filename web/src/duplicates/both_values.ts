import { companyKind, type Client, type ClientKind } from '../clients/client_kinds';
import { useNamesOf } from '../clients/client_query';
import { useFieldSet } from '../fields/field_sets';
import { kinds } from '../fields/kinds';
import { localName } from '../fields/local_name';
import { useSystemLabels } from '../fields/system_labels';
import type { Company } from '../gen/voronka/crm/v1/company_pb';
import type { Contact } from '../gen/voronka/crm/v1/contact_pb';
import type { Field } from '../gen/voronka/crm/v1/field_set_pb';
import { useTranslation } from '../i18n/translation';
import { usePeople } from '../people/people';
import type { BothValues } from './choices';

const isContact = (client: Client): client is Contact => client.$typeName === 'voronka.crm.v1.Contact';

function lineOf(client: Client, key: string): string {
  const value: unknown = (client as unknown as Record<string, unknown>)[localName(key)];
  return typeof value === 'string' ? value : '';
}

const companyIdOf = (client: Contact | Company): bigint => (isContact(client) ? client.companyId : 0n);

// All that two clients have besides phones and emails, side by side.
export function useBothValues<T extends Client>(kind: ClientKind<T>, survivor: T, merged: T): BothValues[] {
  const { t } = useTranslation();
  const label = useSystemLabels(kind.entity);
  const people = usePeople();
  const set = useFieldSet(kind.entity);
  const companyIds = [survivor, merged].map(companyIdOf).filter(Boolean);
  const companyNames = useNamesOf(companyKind, [...new Set(companyIds)]);
  const nameOf = (userId: bigint) => people.get(userId)?.displayName ?? '';
  const both = (path: string, name: string, text: (client: T) => string): BothValues => ({
    ...{ path, label: name },
    ...{ survivor: text(survivor), merged: text(merged) },
  });
  const ownText = (field: Field) => (client: T) => {
    const value = client.fields[field.key];
    return value ? (kinds[field.kind]?.form.text(value.value, { field, nameOf }) ?? '') : '';
  };
  const lines = kind.fields.filter(({ shape }) => shape === 'line');
  const own = (set?.fields ?? []).filter(({ system }) => !system);
  return [
    ...lines.map(({ key }) => both(key, label(key), (client) => lineOf(client, key))),
    ...(kind.name === 'contact'
      ? [both('company_id', label('company_id'), (client) => companyNames.get(companyIdOf(client)) ?? '')]
      : []),
    both('responsible_user_id', t('deal.responsible'), (client) => nameOf(client.responsibleUserId)),
    ...own.map((field) => both(`fields.${field.key}`, field.label, ownText(field))),
  ];
}
