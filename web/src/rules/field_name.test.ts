import { expect, test } from 'vitest';
import { Entity } from '../gen/voronka/crm/v1/field_set_pb';
import { fieldAt, fieldName, isOfContact, keyOf } from './field_name';

test('a violation is about a field of the account’s own, or one that every account has', () => {
  expect(fieldAt('deal.fields["subject"]')).toBe('deal.subject');
  expect(fieldAt('contact.fields["inn"].text')).toBe('contact.inn');
  expect(fieldAt('deal.amount')).toBe('deal.amount');
  expect(fieldAt('deal.amount.minor')).toBe('deal.amount');
  expect(fieldAt('contact.phones[0]')).toBe('contact.phones');
});

test('or about none', () => {
  for (const path of ['comment', 'loss_reason', 'stage', 'deal_id', 'deal', 'deal.fields', 'contact.fields']) {
    expect(fieldAt(path)).toBeUndefined();
  }
});

test('a field is named as in rules', () => {
  const name = fieldName(Entity.CONTACT, 'phones');
  expect(name).toBe('contact.phones');
  expect([isOfContact(name), keyOf(name)]).toEqual([true, 'phones']);
  expect(fieldName(Entity.DEAL, 'amount')).toBe('deal.amount');
});
