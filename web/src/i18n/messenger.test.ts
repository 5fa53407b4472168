import { expect, test } from 'vitest';
import { messengerLink, messengersText, messengerText } from './messenger';

test('an account says its network and leads there', () => {
  expect(messengerText('telegram:ivanov')).toBe('Telegram: ivanov');
  expect(messengerLink('telegram:ivanov')).toBe('https://t.me/ivanov');
  expect(messengerText('whatsapp:+79161234567')).toBe('WhatsApp: +7 916 123-45-67');
  expect(messengerLink('whatsapp:+79161234567')).toBe('https://wa.me/79161234567');
  expect(messengerLink('max:u/f9LHod')).toBe('https://max.ru/u/f9LHod');
});

test('several are shown one after the other', () => {
  expect(messengersText('telegram:ivanov, vk:id5')).toBe('Telegram: ivanov, VK: id5');
  expect(messengersText('')).toBe('');
});

test('an account of a network that is not known here is shown as it is, and leads nowhere', () => {
  expect(messengerText('signal:ivanov')).toBe('signal:ivanov');
  expect(messengerLink('signal:ivanov')).toBeUndefined();
  expect(messengerLink('ivanov')).toBeUndefined();
});
