import { expect, test } from 'vitest';
import { askedNow, conversionAsks, foretold, saidNowhere } from './conversion_asks';

const required = (field: string) => ({ reason: 'FIELD_REQUIRED', field, text: `Заполните ${field}` });
const violation = (reason: string, field = '') => ({ reason, field, text: reason });

const lead = { companyId: 0n };
const petr = { name: 'Пётр', phones: ['+79161234567'], emails: [], companyId: 0n };

test('of a new deal only fields are asked for, of the lead all that can be mended', () => {
  const ofLead = [violation('TASK_REQUIRED', 'deal_id'), violation('LEAD_NOT_CONVERTED', 'stage')];
  const ofDeal = [violation('TASK_REQUIRED', 'deal_id'), required('deal.amount')];
  expect(foretold(ofLead, ofDeal, lead, petr)).toEqual([ofLead[0], ofDeal[1]]);
});

test('a deal gets the company of its contact, so that none is asked for', () => {
  const ofDeal = [required('deal.company_id'), required('company.tax_number'), required('deal.deadline')];
  expect(foretold([], ofDeal, lead, { ...petr, companyId: 5n })).toEqual([ofDeal[2]]);
  expect(foretold([], ofDeal, lead, petr)).toEqual(ofDeal);
});

test('what the dialog asks for anyway is not asked for twice', () => {
  const violations = ['contact.name', 'contact.phones', 'contact.fields["city"]', 'deal.contact_id'].map(required);
  expect(conversionAsks(violations, lead, undefined).fields).toEqual(['contact.city']);
  expect(conversionAsks(violations, lead, petr).fields).toEqual(['contact.name', 'contact.phones', 'contact.city']);
});

test('a company must pay as soon as a rule asks about it, unless the lead has one', () => {
  const violations = [required('company.tax_number'), required('company.fields["trade"]')];
  expect(conversionAsks(violations, lead, petr)).toMatchObject({ company: true, fields: ['company.trade'] });
  const ofFirm = conversionAsks(violations, { companyId: 5n }, petr);
  expect(ofFirm).toMatchObject({ company: false, fields: ['company.tax_number', 'company.trade'] });
  expect(askedNow(['deal.amount', 'company.trade'], false)).toEqual(['deal.amount']);
});

test('what has no place is said below', () => {
  const violations = [
    required('deal.amount'),
    required('deal.deadline'),
    required('contact.name'),
    violation('TASK_REQUIRED', 'deal_id'),
    violation('LEAD_CLOSED', 'deal_id'),
  ];
  expect(saidNowhere(violations, ['deal.amount'], lead, undefined)).toBe('Заполните deal.deadline LEAD_CLOSED');
});
