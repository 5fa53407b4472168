import { expect, test } from 'vitest';
import { Entity } from '../gen/voronka/crm/v1/field_set_pb';
import { fillable, lackingOf } from './lacking';

const asked = ['deal.amount', 'deal.company_id', 'contact.phones', 'company.tax_number'];
const contact = { entity: Entity.CONTACT, names: ['contact.phones'] };
const company = { entity: Entity.COMPANY, names: ['company.tax_number'] };

test('the fields of a client or a company wait until the deal has one', () => {
  const lacking = lackingOf({ contactId: 0n, companyId: 0n }, asked);
  expect(lacking).toEqual([contact, company]);
  expect(fillable(asked, lacking)).toEqual(['deal.amount']);
});

test('only what is not there is lacking', () => {
  const lacking = lackingOf({ contactId: 5n, companyId: 0n }, asked);
  expect(lacking).toEqual([company]);
  expect(fillable(asked, lacking)).toEqual(['deal.amount', 'contact.phones']);
  expect(fillable(asked, lackingOf({ contactId: 5n, companyId: 7n }, asked))).toEqual([
    ...['deal.amount', 'contact.phones', 'company.tax_number'],
  ]);
});

test('a stage may ask for a company without asking anything about it', () => {
  const none = { contactId: 0n, companyId: 0n };
  expect(lackingOf(none, ['deal.company_id'])).toEqual([{ ...company, names: [] }]);
  expect(lackingOf(none, ['deal.amount'])).toEqual([]);
});
