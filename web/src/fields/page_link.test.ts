import { expect, test } from 'vitest';
import { siteLink } from './page_link';

test('a site is written with or without its scheme', () => {
  expect(siteLink('romashka.example')).toBe('https://romashka.example/');
  expect(siteLink('romashka.example/contacts?city=1')).toBe('https://romashka.example/contacts?city=1');
  expect(siteLink('http://romashka.example')).toBe('http://romashka.example/');
});

test('what is no address of a page leads nowhere', () => {
  for (const text of [
    'javascript:alert(1)',
    'javascript:alert.call(1)',
    'нет сайта',
    'ромашка',
    'data:text/html,x.y',
  ]) {
    expect(siteLink(text), text).toBeUndefined();
  }
});
