// Where a user is logged in, and what they change of themselves.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Person } from './support/api.mjs';
import { logIn, openBrowser, pageOf, password, url } from './support/browser.mjs';
import { hire } from './support/newcomers.mjs';

const browser = await openBrowser();
const admin = await Person.logIn('admin');

const block = (page, name) => page.getByRole('region', { name, exact: true });
const devices = (page) => block(page, 'Устройства').locator('[data-session]');
const others = (page) => devices(page).filter({ hasNotText: 'это устройство' });

async function profileOf({ who }) {
  const page = await pageOf(browser, who);
  await page.goto(`${url}/profile`);
  await devices(page).filter({ hasText: 'это устройство' }).waitFor();
  return page;
}

test('a session that is ended elsewhere asks for the password', async () => {
  const user = await hire(admin, 'Олег');
  const lost = await pageOf(browser, user.who);
  const page = await profileOf(user);
  assert.equal(await devices(page).count(), 2);
  assert.match(await others(page).innerText(), /Chrome, /);
  await others(page).getByRole('button', { name: /^Завершить/ }).click();
  await lost.waitForSelector('[name=password]');
  await others(page).waitFor({ state: 'hidden' });
  assert.equal(await devices(page).count(), 1);
});

test('all other sessions are ended at once, and this one goes on', async () => {
  const user = await hire(admin, 'Павел');
  const lost = [await pageOf(browser, user.who), await pageOf(browser, user.who)];
  const page = await profileOf(user);
  await page.getByRole('button', { name: 'Завершить все остальные' }).click();
  for (const other of lost) await other.waitForSelector('[name=password]');
  await others(page).first().waitFor({ state: 'hidden' });
  await page.reload();
  await devices(page).waitFor();
});

test('an admin ends a session of another user', async () => {
  const user = await hire(admin, 'Роман');
  const page = await pageOf(browser, user.who);
  const adminPage = await pageOf(browser, 'admin');
  await adminPage.goto(`${url}/users/${user.id}`);
  await devices(adminPage).getByRole('button', { name: /^Завершить/ }).click();
  await page.waitForSelector('[name=password]');
  await adminPage.getByText('вход не выполнен ни на одном устройстве').waitFor();
});

test('a changed password ends the other sessions; a wrong old one changes nothing', async () => {
  const user = await hire(admin, 'Савва');
  const other = await pageOf(browser, user.who);
  const page = await profileOf(user);
  const form = block(page, 'Пароль');
  const change = async (old, chosen) => {
    await form.getByLabel('Старый пароль').fill(old);
    await form.locator('[name=new-password]').fill(chosen);
    await form.locator('[name=repeated-password]').fill(chosen);
    await form.getByRole('button', { name: 'Сменить пароль' }).click();
  };
  await change('не тот пароль', 'другой пароль');
  await form.locator('[name=current-password][aria-invalid=true]').waitFor();
  await change(password, 'другой пароль');
  await page.getByText('Пароль изменён').waitFor();
  await other.waitForSelector('[name=password]');
  await logIn(other, user.who, 'другой пароль');
  await other.waitForSelector('section[data-stage]');
});

test('a user’s own name is theirs to change', async () => {
  const user = await hire(admin, 'Тарас');
  const page = await profileOf(user);
  await block(page, 'О вас').getByLabel('Имя').fill('Тарас Бойко');
  await block(page, 'О вас').getByRole('button', { name: 'Сохранить' }).click();
  await page.getByRole('button', { name: 'Меню пользователя: Тарас Бойко' }).waitFor();
});
