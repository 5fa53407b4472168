import assert from 'node:assert/strict';
import { test } from 'node:test';
import { logIn, newPage, openBrowser, pageOf, url } from './support/browser.mjs';

const browser = await openBrowser();

test('whoever logs in sees the board of their inquiries', async () => {
  const page = await pageOf(browser, 'anna');
  await page.getByRole('heading', { level: 1, name: 'Первичные продажи' }).waitFor();
  assert.match(page.url(), /\/board\/first_sales$/);
});

test('a wrong password is reported, and the typed text stays', async () => {
  const page = await newPage(browser);
  await logIn(page, 'anna', 'not the password');
  await page.getByRole('alert').filter({ hasText: /\S/ }).waitFor();
  assert.equal(await page.inputValue('[name=login]'), 'anna@demo.voronka');
});

test('a reopened page needs no password', async () => {
  const page = await pageOf(browser, 'anna');
  await page.reload();
  await page.waitForSelector('section[data-stage]');
});

test('another tab has the session at once', async () => {
  const page = await pageOf(browser, 'anna');
  const other = await page.context().newPage();
  await other.goto(url);
  await other.waitForSelector('section[data-stage]');
});

test('logging out logs out every tab', async () => {
  const page = await pageOf(browser, 'vera');
  const other = await page.context().newPage();
  await other.goto(url);
  await other.waitForSelector('section[data-stage]');
  await page.getByRole('button', { name: 'Меню пользователя: Вера' }).click();
  await page.getByRole('menuitem', { name: 'Выйти', exact: true }).click();
  await other.waitForSelector('[name=password]');
});

test('no token is stored where scripts of another page could read it', async () => {
  const page = await pageOf(browser, 'anna');
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]));
  assert.doesNotMatch(kept, /eyJ|token|refresh/i);
});

test('a language chosen in one tab is that of the others', async () => {
  const page = await pageOf(browser, 'anna');
  const other = await page.context().newPage();
  await other.goto(url);
  await other.getByRole('link', { name: /^Задачи/ }).waitFor();
  await page.getByRole('button', { name: 'Меню пользователя: Анна' }).click();
  await page.getByRole('menuitem', { name: 'English' }).click();
  await other.getByRole('link', { name: /^Tasks/ }).waitFor();
});

test('the browser chooses the language, and the user can change it', async () => {
  const page = await pageOf(browser, 'anna', { locale: 'en-GB' });
  await page.getByRole('link', { name: /^Tasks/ }).waitFor();
  await page.getByRole('button', { name: 'User menu: Анна' }).click();
  await page.getByRole('menuitem', { name: 'Русский' }).click();
  await page.getByRole('link', { name: /^Задачи/ }).waitFor();
  await page.reload();
  await page.getByRole('link', { name: /^Задачи/ }).waitFor();
});

test('the theme is chosen in the menu and kept in the browser', async () => {
  const page = await pageOf(browser, 'anna', { colorScheme: 'dark' });
  const scheme = () => page.evaluate(() => document.documentElement.dataset.mantineColorScheme);
  await page.getByRole('link', { name: /^Задачи/ }).waitFor();
  assert.equal(await scheme(), 'dark');
  await page.getByRole('button', { name: 'Меню пользователя: Анна' }).click();
  await page.getByRole('menuitem', { name: 'Светлая тема' }).click();
  await page.reload();
  await page.getByRole('link', { name: /^Задачи/ }).waitFor();
  assert.equal(await scheme(), 'light');
});
