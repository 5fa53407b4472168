import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Person } from './support/api.mjs';
import { codeOf, nextCodeOf } from './support/authenticator.mjs';
import { logIn, newPage, openBrowser, pageOf, password, url } from './support/browser.mjs';
import { hire } from './support/newcomers.mjs';

const browser = await openBrowser();
const admin = await Person.logIn('admin');

const block = (page) => page.getByRole('region', { name: 'Второй фактор' });
const shown = (page, name) => block(page).getByRole('group', { name }).locator('code');

// Returns the key of the app, and the recovery codes.
async function turnOn(page) {
  await page.goto(`${url}/profile`);
  await block(page).getByRole('button', { name: 'Включить' }).click();
  await block(page).getByLabel('Ваш пароль').fill(password);
  await page.keyboard.press('Enter');
  await block(page).getByRole('img', { name: 'QR-код для приложения' }).waitFor();
  const secret = (await shown(page, 'Ключ').innerText()).replace(/\s/g, '');
  await block(page).getByLabel('Код из приложения').fill(codeOf(secret));
  await page.keyboard.press('Enter');
  await shown(page, 'Коды восстановления').waitFor();
  const codes = await shown(page, 'Коды восстановления').locator('span').allInnerTexts();
  await block(page).getByRole('button', { name: 'Я сохранил коды' }).click();
  return { secret, codes };
}

async function hireWithCode(name) {
  const user = await hire(admin, name);
  const page = await pageOf(browser, user.who);
  return { user, page, ...(await turnOn(page)) };
}

async function askedForCode({ who }) {
  const page = await newPage(browser);
  await logIn(page, who);
  await page.waitForSelector('[name=code]');
  return page;
}

async function enter(page, code) {
  await page.fill('[name=code]', code);
  await page.getByRole('button', { name: 'Войти' }).click();
}

test('whoever turned the second factor on logs in with a code', async () => {
  const { user, page, secret, codes } = await hireWithCode('Зоя');
  assert.equal(codes.length, 10);
  await block(page).getByText(/^Включён/).waitFor();
  const other = await askedForCode(user);
  assert.equal(await other.getAttribute('[name=code]', 'autocomplete'), 'one-time-code');
  await enter(other, '000000');
  await other.getByText('Код неверный или уже использован').waitFor();
  assert.equal(await other.getAttribute('[name=code]', 'aria-invalid'), 'true');
  await enter(other, nextCodeOf(secret));
  await other.waitForSelector('section[data-stage]');
});

test('a recovery code takes the place of the phone, once', async () => {
  const { user, codes } = await hireWithCode('Инна');
  const page = await askedForCode(user);
  await page.getByRole('button', { name: 'Нет телефона под рукой' }).click();
  await enter(page, codes[0]);
  await page.waitForSelector('section[data-stage]');
  const again = await askedForCode(user);
  await again.getByRole('button', { name: 'Нет телефона под рукой' }).click();
  await enter(again, codes[0]);
  await again.getByText('Код неверный или уже использован').waitFor();
});

test('a wrong password begins nothing', async () => {
  const user = await hire(admin, 'Лев');
  const page = await pageOf(browser, user.who);
  await page.goto(`${url}/profile`);
  await block(page).getByRole('button', { name: 'Включить' }).click();
  await block(page).getByLabel('Ваш пароль').fill('не тот пароль');
  await page.keyboard.press('Enter');
  await block(page).locator('[name=current-password][aria-invalid=true]').waitFor();
});

test('the second factor is turned off with the password and a code', async () => {
  const { user, page, secret } = await hireWithCode('Майя');
  await block(page).getByRole('button', { name: 'Выключить' }).click();
  await block(page).getByLabel('Ваш пароль').fill(password);
  await block(page).getByLabel('Код из приложения').fill(nextCodeOf(secret));
  await block(page).getByRole('button', { name: 'Выключить' }).click();
  await block(page).getByRole('button', { name: 'Включить' }).waitFor();
  assert.ok(!(await admin.call('UserService/GetUser', { userId: user.id })).totpEnabled);
});

test('an admin removes the second factor of a user who has lost everything', async () => {
  const { user } = await hireWithCode('Нина');
  const page = await pageOf(browser, 'admin');
  await page.goto(`${url}/users/${user.id}`);
  await page.getByRole('button', { name: 'Убрать второй фактор' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Убрать второй фактор' }).click();
  await page.getByText('Второй фактор выключен').waitFor();
  const theirs = await newPage(browser);
  await logIn(theirs, user.who);
  await theirs.waitForSelector('section[data-stage]');
});
