import { expect, test } from 'vitest';
import { Entity } from '../gen/voronka/crm/v1/field_set_pb';
import { entityOf, fieldAt, fieldName, isItself, keyOf } from './field_name';

test('a violation is about a field of the account’s own, or one that every account has', () => {
  expect(fieldAt('deal.fields["subject"]')).toBe('deal.subject');
  expect(fieldAt('contact.fields["inn"].text')).toBe('contact.inn');
  expect(fieldAt('deal.amount')).toBe('deal.amount');
  expect(fieldAt('deal.amount.minor')).toBe('deal.amount');
  expect(fieldAt('contact.phones[0]')).toBe('contact.phones');
  expect(fieldAt('company.tax_number')).toBe('company.tax_number');
  expect(fieldAt('company.fields["trade"]')).toBe('company.trade');
});

test('or about none', () => {
  for (const path of [
    'comment',
    'loss_reason',
    'stage',
    'deal_id',
    'deal',
    'deal.fields',
    'deal.checklist_ticks["call"]',
    'contact.fields',
    'company',
  ]) {
    expect(fieldAt(path)).toBeUndefined();
  }
});

test('a field is named as in rules', () => {
  const name = fieldName(Entity.CONTACT, 'phones');
  expect(name).toBe('contact.phones');
  expect([entityOf(name), keyOf(name)]).toEqual([Entity.CONTACT, 'phones']);
  expect(fieldName(Entity.DEAL, 'amount')).toBe('deal.amount');
  expect(entityOf(fieldName(Entity.COMPANY, 'tax_number'))).toBe(Entity.COMPANY);
  expect(['deal.company_id', 'contact.company_id'].map(isItself)).toEqual([true, false]);
});
