import { create } from '@bufbuild/protobuf';
import { expect, test } from 'vitest';
import { ContactSchema } from '../gen/voronka/crm/v1/contact_pb';
import { DealSchema } from '../gen/voronka/crm/v1/deal_pb';
import { Entity, FieldSchema } from '../gen/voronka/crm/v1/field_set_pb';
import { FieldValueSchema, type FieldValue } from '../gen/voronka/crm/v1/field_value_pb';
import { Pipeline_Purpose as Purpose } from '../gen/voronka/crm/v1/pipeline_pb';
import { dealWords } from '../pipelines/deal_words';
import { clientProblems, contactPart, conversionOf, emptyClient } from './conversion';

const lead = create(DealSchema, { id: 7n, epoch: 3n });
const anywhere = { pipeline: '', stage: '' };
const typed = { ...emptyClient, name: ' Вера ', phone: '+79161234567' };

test('a lead without a contact gets the one that is typed', () => {
  expect(conversionOf(lead, undefined, typed, { pipeline: 'sales', stage: '' })).toEqual({
    ...{ dealId: 7n, epoch: 3n, pipeline: 'sales', stage: '' },
    contact: { name: 'Вера', phones: ['+79161234567'], fields: {} },
  });
});

test('of a contact that is known, only what it lacks is written', () => {
  const named = create(ContactSchema, { name: 'Пётр' });
  expect(conversionOf(lead, named, typed, anywhere)).toMatchObject({
    contact: { phones: ['+79161234567'] },
    contactUpdateMask: { paths: ['phones'] },
  });
  const whole = create(ContactSchema, { name: 'Пётр', emails: ['petr@example.com'] });
  expect(conversionOf(lead, whole, typed, anywhere).contact).toBeUndefined();
});

test('what the client is kept for is a field of the contact', () => {
  const known = create(ContactSchema, { name: 'Пётр', phones: ['+79161234567'] });
  const part = contactPart(known, emptyClient, { mailings: ['wallets'], other: [] });
  expect(part.contactUpdateMask).toEqual({ paths: ['fields.mailings'] });
  expect(part.contact?.fields?.mailings?.value).toMatchObject({ case: 'choices', value: { keys: ['wallets'] } });
});

test('a company is made for a legal entity that the lead does not have yet', () => {
  const firm = { ...typed, isFirm: true, company: 'Ромашка', taxNumber: '7701234567' };
  expect(conversionOf(lead, undefined, firm, anywhere).company).toEqual({ name: 'Ромашка', taxNumber: '7701234567' });
  const known = create(DealSchema, { id: 7n, companyId: 5n });
  expect(conversionOf(known, undefined, firm, anywhere).company).toBeUndefined();
});

const asked = (entity: Entity, prefix: string, key: string, value: FieldValue['value']) => ({
  named: { name: `${prefix}.${key}`, entity, field: create(FieldSchema, { key, system: key === 'phones' }) },
  value: create(FieldValueSchema, { value }),
});

test('what the rules ask for goes to the lead, its client and its company', () => {
  const filled = [
    asked(Entity.DEAL, 'deal', 'metal', { case: 'text', value: 'Сталь' }),
    asked(Entity.CONTACT, 'contact', 'city', { case: 'text', value: 'Тверь' }),
    asked(Entity.COMPANY, 'company', 'trade', { case: 'text', value: 'Опт' }),
  ];
  const firm = { ...typed, isFirm: true, company: 'Ромашка' };
  const made = conversionOf(lead, undefined, firm, anywhere, filled, ' Так ');
  expect(made).toMatchObject({ updateMask: { paths: ['fields.metal'] }, comment: 'Так' });
  expect(made.contact).toMatchObject({ name: 'Вера', fields: { city: { value: { value: 'Тверь' } } } });
  expect(made.company).toMatchObject({ name: 'Ромашка', fields: { trade: { value: { value: 'Опт' } } } });
  expect([made.contactUpdateMask, made.companyUpdateMask]).toEqual([undefined, undefined]);

  const named = create(ContactSchema, { name: 'Пётр' });
  const known = create(DealSchema, { id: 7n, companyId: 5n });
  const changed = conversionOf(known, named, typed, anywhere, filled);
  expect(changed.contactUpdateMask).toEqual({ paths: ['phones', 'fields.city'] });
  expect(changed.companyUpdateMask).toEqual({ paths: ['fields.trade'] });
  expect(changed.company?.name).toBeUndefined();
});

test('what is missing is told before the service is asked', () => {
  const firm = { ...emptyClient, isFirm: true };
  expect(clientProblems(undefined, firm, true)).toEqual({
    name: 'leads.nameRequired',
    phone: 'leads.phoneRequired',
    company: 'leads.companyRequired',
  });
  const known = create(ContactSchema, { name: 'Пётр', phones: ['+79161234567'] });
  expect(Object.values(clientProblems(known, firm, false)).some(Boolean)).toBe(false);
});

test('deals in a pipeline for leads are called leads', () => {
  expect(dealWords({ purpose: Purpose.LEADS }).label).toBe('leads.label');
  expect(dealWords({ purpose: Purpose.SALES }).label).toBe('deal.label');
  expect(dealWords(undefined).label).toBe('deal.label');
});
