import { useMemo } from 'react';
import { useFieldSet } from '../fields/field_sets';
import { kinds, type Kind } from '../fields/kinds';
import { siteLink } from '../fields/page_link';
import type { Company } from '../gen/voronka/crm/v1/company_pb';
import type { Contact } from '../gen/voronka/crm/v1/contact_pb';
import { Entity, Field_Kind, type FieldSet } from '../gen/voronka/crm/v1/field_set_pb';
import type { FieldValue } from '../gen/voronka/crm/v1/field_value_pb';
import { mailLink } from '../i18n/mail';
import { messengerLink, messengerText } from '../i18n/messenger';
import { phoneLink, phoneText } from '../i18n/phone';
import { useTranslation } from '../i18n/translation';
import type { Column } from './columns';
import { listText, listTyped } from './list_text';
import { idOf, ownColumns, systemColumn, textOf, timeOf, userOf } from './system_columns';

type Translate = ReturnType<typeof useTranslation>['t'];
type Set = FieldSet | undefined;

const textIn = (value: FieldValue | null): string => (value?.value.case === 'text' ? value.value.value : '');
// Several of them are typed into one line.
const line = kinds[Field_Kind.TEXT] as Kind;

interface Ways {
  shown: (way: string) => string;
  href: (way: string) => string | undefined;
}

const phones: Ways = { shown: phoneText, href: phoneLink };
const emails: Ways = { shown: (email) => email, href: mailLink };
const messengers: Ways = { shown: messengerText, href: messengerLink };

// Phones, addresses or messengers of a client, one after another.
function waysColumn<T extends Contact | Company>(
  word: string,
  set: Set,
  key: string,
  ways: Ways,
  of: (client: T) => string[],
  isUsual: boolean,
): Column<T> {
  return systemColumn(word, set, {
    ...{ key, kind: line, isUsual, width: 190 },
    value: (client) => textOf(listText(of(client), ways.shown)),
    links: (client) => of(client).map((way) => ({ text: ways.shown(way), href: ways.href(way) })),
    write: (value, client) => listTyped(textIn(value), of(client), ways.shown),
  });
}

function times<T extends Contact | Company>(word: string, set: Set, t: Translate): Column<T>[] {
  const time = (key: string, label: string, value: Column<T>['value'], isUsual = false) =>
    systemColumn<T>(word, set, { key, label, value, isUsual, order: key, kindOf: Field_Kind.TIME });
  return [
    systemColumn<T>(word, set, {
      ...{ key: 'responsible_user_id', label: t('clientLists.responsible'), kindOf: Field_Kind.USER, isUsual: true },
      value: ({ responsibleUserId }) => userOf(responsibleUserId),
    }),
    time('create_time', t('clientLists.created'), ({ createTime }) => timeOf(createTime), true),
    time('update_time', t('tables.updated'), ({ updateTime }) => timeOf(updateTime)),
    systemColumn<T>(word, set, {
      ...{ key: 'id', label: t('tables.number'), kindOf: Field_Kind.NUMBER, order: 'id', width: 90 },
      ...{ value: ({ id }) => idOf(id), text: ({ id }) => String(id) },
    }),
  ];
}

function contactColumns(set: Set, t: Translate): Column<Contact>[] {
  const nameOf = ({ name }: Contact) => name || t('clientLists.nameless');
  return [
    systemColumn<Contact>('contact', set, {
      ...{ key: 'name', order: 'name', isUsual: true, width: 240, write: textIn, text: nameOf },
      value: ({ name }) => textOf(name),
      named: (contact) => ({ kind: 'contact', id: contact.id, name: nameOf(contact) }),
    }),
    systemColumn<Contact>('contact', set, {
      ...{ key: 'job_title', value: ({ jobTitle }) => textOf(jobTitle), write: textIn, isUsual: true },
    }),
    waysColumn<Contact>('contact', set, 'phones', phones, (contact) => contact.phones, true),
    waysColumn<Contact>('contact', set, 'emails', emails, (contact) => contact.emails, true),
    waysColumn<Contact>('contact', set, 'messengers', messengers, (contact) => contact.messengers, false),
    systemColumn<Contact>('contact', set, {
      ...{ key: 'company_id', value: ({ companyId }) => idOf(companyId), text: () => '' },
      named: ({ companyId }) => (companyId ? { kind: 'company', id: companyId } : undefined),
    }),
    ...times<Contact>('contact', set, t),
  ];
}

function companyColumns(set: Set, t: Translate): Column<Company>[] {
  return [
    systemColumn<Company>('company', set, {
      ...{ key: 'name', label: t('clientLists.companyName'), order: 'name', isUsual: true, width: 280, write: textIn },
      value: ({ name }) => textOf(name),
      named: ({ id, name }) => ({ kind: 'company', id, name }),
    }),
    systemColumn<Company>('company', set, {
      ...{ key: 'tax_number', value: ({ taxNumber }) => textOf(taxNumber), write: textIn, isUsual: true },
    }),
    waysColumn<Company>('company', set, 'phones', phones, (company) => company.phones, true),
    waysColumn<Company>('company', set, 'emails', emails, (company) => company.emails, true),
    systemColumn<Company>('company', set, {
      ...{ key: 'site', kind: line, value: ({ site }) => textOf(site), write: textIn },
      links: ({ site }) => (site ? [{ text: site, href: siteLink(site) }] : []),
    }),
    systemColumn<Company>('company', set, {
      ...{ key: 'address', kind: line, width: 240, value: ({ address }) => textOf(address), write: textIn },
    }),
    ...times<Company>('company', set, t),
  ];
}

// The columns that a table of contacts may have.
export function useContactColumns(): Column<Contact>[] {
  const { t } = useTranslation();
  const set = useFieldSet(Entity.CONTACT);
  return useMemo(() => [...contactColumns(set, t), ...ownColumns<Contact>(set, '')], [set, t]);
}

export function useCompanyColumns(): Column<Company>[] {
  const { t } = useTranslation();
  const set = useFieldSet(Entity.COMPANY);
  return useMemo(() => [...companyColumns(set, t), ...ownColumns<Company>(set, '')], [set, t]);
}
