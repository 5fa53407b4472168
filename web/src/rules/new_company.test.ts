import { expect, test } from 'vitest';
import { Field_Kind } from '../gen/voronka/crm/v1/field_set_pb';
import { askedForm } from './asked_forms';
import { newCompany, newCompanyName } from './new_company';

test('a new company is told from one that exists, and from none', () => {
  expect(newCompanyName(newCompany('ООО «Ромашка»'))).toBe('ООО «Ромашка»');
  expect(newCompanyName('17')).toBeUndefined();
  expect(newCompanyName('')).toBeUndefined();
});

test('a form takes both for a value', () => {
  const form = askedForm(Field_Kind.COMPANY);
  expect(form?.value('17')).toEqual({ case: 'userId', value: 17n });
  expect(form?.value(newCompany('Ромашка'))).toBeDefined();
});
