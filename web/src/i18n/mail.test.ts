import { expect, test } from 'vitest';
import { mailLink } from './mail';

test('a letter goes to the address', () => {
  expect(mailLink('petr.i@mail.test')).toBe('mailto:petr.i@mail.test');
  expect(decodeURIComponent(mailLink('zakaz@кабель-опт.рф'))).toBe('mailto:zakaz@кабель-опт.рф');
});

test('nothing in the address adds a recipient', () => {
  expect(mailLink('a@b.ru?bcc=x%40y.zz')).toBe('mailto:a@b.ru%3Fbcc%3Dx%2540y.zz');
  expect(mailLink('a,c&bcc=d@b.ru')).toBe('mailto:a%2Cc%26bcc%3Dd@b.ru');
});
