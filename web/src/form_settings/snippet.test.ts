import { expect, test } from 'vitest';
import { escaped, escapedLines } from './html';
import { nameOnSite } from './site_field';
import { addressOf, snippetOf } from './snippet';

const origin = 'https://crm.example.com';
const words = { name: 'Имя', phone: 'Телефон', email: 'Почта', text: 'Вопрос', trap: 'Ловушка', send: 'Отправить' };
const form = { key: 'k1', consentText: 'Согласен', consentRequired: false, fieldMap: {} };

test('words are no markup, in an attribute neither', () => {
  expect(escaped(`<b a="1" c='2'>&amp;`)).toBe('&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;amp;');
  expect(escapedLines(' Согласен\n  с <правилами> \n')).toBe('Согласен<br>с &lt;правилами&gt;');
});

test('the snippet posts to the form’s own address, with its script, trap and consent', () => {
  const snippet = snippetOf(form, origin, words);
  expect(snippet.split('\n')[0]).toBe('<form action="https://crm.example.com/forms/k1" method="post" data-voronka>');
  expect(snippet).toContain('<label><input name="consent" type="checkbox" value="yes"> Согласен</label>');
  expect(snippet).toContain('<input name="_website" tabindex="-1"');
  expect(snippet).toMatch(/<script src="https:\/\/crm\.example\.com\/site\/voronka-form\.js" defer><\/script>$/);
  expect(addressOf(origin, 'k1')).toBe('https://crm.example.com/forms/k1');
});

test('consent is asked for as the form does', () => {
  expect(snippetOf({ ...form, consentRequired: true }, origin, words)).toContain('value="yes" required> Согласен');
  expect(snippetOf({ ...form, consentText: ' ' }, origin, words)).not.toContain('checkbox');
});

test('somebody’s words in the snippet are no markup', () => {
  const evil = '</label><script>alert(1)</script>"';
  const fieldMap = { '"><script>alert(2)</script>': 'phone' };
  const snippet = snippetOf({ ...form, consentText: evil, fieldMap }, origin, words);
  expect(snippet.match(/<script/g)).toHaveLength(1);
  expect(snippet).toContain('name="&quot;&gt;&lt;script&gt;alert(2)&lt;/script&gt;" type="tel"');
});

test('a field is called as the form’s map has it, and never as what the map sends elsewhere', () => {
  expect(nameOnSite('phone', {})).toBe('phone');
  expect(nameOnSite('phone', { 'Ваш номер': 'phone' })).toBe('Ваш номер');
  expect(nameOnSite('phone', { 'Phone*': 'sent' })).toBe('tel');
  expect(nameOnSite('phone', { phone: 'sent', tel: 'text', mobile: 'sent' })).toBeUndefined();
});

test('a field without a name that gets there is left out', () => {
  const fieldMap = { email: 'sent', mail: 'sent', 'email address': 'sent' };
  expect(snippetOf({ ...form, fieldMap }, origin, words)).not.toContain('type="email"');
});
