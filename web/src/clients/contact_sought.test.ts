import { expect, test } from 'vitest';
import { contactSought } from './contact_sought';

test('what is typed says by what the contact is looked for', () => {
  expect(contactSought(' Иван  Пет')).toEqual({ name: 'Иван Пет' });
  expect(contactSought('8 (916) 123-45-67')).toEqual({ phone: '8 (916) 123-45-67' });
  expect(contactSought('petr@example.com')).toEqual({ email: 'petr@example.com' });
  expect(contactSought('@ivanov')).toEqual({ messenger: '@ivanov' });
  expect(contactSought('https://vk.com/id1')).toEqual({ messenger: 'https://vk.com/id1' });
});

test('nothing typed is nothing sought, and what is not whole yet is the beginning of a name', () => {
  expect(contactSought('  ')).toEqual({});
  expect(contactSought('petr@')).toEqual({ name: 'petr@' });
  expect(contactSought('8 9')).toEqual({ name: '8 9' });
  expect(contactSought('@iv')).toEqual({ name: '@iv' });
});
