import { create } from '@bufbuild/protobuf';
import { expect, test } from 'vitest';
import { InquirySchema } from '../gen/voronka/crm/v1/inquiry_pb';
import { placeIn } from './place';

const sending = (values: Record<string, string>) => [create(InquirySchema, { sent: { values } })];

test('the city is found under its usual names, in any case', () => {
  expect(placeIn(sending({ Город: ' Казань ' }))).toBe('Казань');
  expect(placeIn(sending({ city: 'Омск' }))).toBe('Омск');
});

test('the city says more than the region, and that more than an address', () => {
  expect(placeIn(sending({ 'Адрес доставки': 'ул. Мира', Регион: 'Татарстан', Город: 'Казань' }))).toBe('Казань');
  expect(placeIn(sending({ 'Адрес доставки': 'ул. Мира', Регион: 'Татарстан' }))).toBe('Татарстан');
  expect(placeIn(sending({ 'Адрес доставки': 'Пермь, ул. Мира' }))).toBe('Пермь, ул. Мира');
});

test('an address in the network or of mail is no place', () => {
  expect(placeIn(sending({ client_address: '10.0.0.1', 'E-mail address': 'a@b.ru' }))).toBe('');
});

test('what is empty says nothing', () => {
  expect(placeIn(sending({ city: '  ' }))).toBe('');
  expect(placeIn([create(InquirySchema)])).toBe('');
});
