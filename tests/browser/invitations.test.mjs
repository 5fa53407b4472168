// How an admin lets people in, and keeps them out.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Person } from './support/api.mjs';
import { logIn, loginOf, newPage, openBrowser, pageOf, password, submitLogin, url } from './support/browser.mjs';
import { eventually } from './support/eventually.mjs';
import { choosePassword, hire, invite, linkFor, newWho } from './support/newcomers.mjs';

const chosen = 'мой новый пароль';
const browser = await openBrowser();
const admin = await Person.logIn('admin');

const rowOf = (page, login) => page.locator('[data-user]').filter({ hasText: login });
const shownLink = (page) => page.getByRole('group', { name: 'Ссылка' }).locator('code').innerText();

async function pageOfUsers() {
  const page = await pageOf(browser, 'admin');
  await page.getByRole('link', { name: 'Пользователи' }).click();
  await page.locator('[data-user]').first().waitFor();
  return page;
}

async function pageOfUser({ id }) {
  const page = await pageOf(browser, 'admin');
  await page.goto(`${url}/users/${id}`);
  await page.getByRole('region', { name: 'О пользователе' }).waitFor();
  return page;
}

async function fillInvitation(page, name, login) {
  await page.getByRole('button', { name: 'Пригласить', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Имя').fill(name);
  await dialog.getByLabel('Логин').fill(login);
  await dialog.getByRole('button', { name: 'Создать и получить ссылку' }).click();
  return dialog;
}

test('an invited colleague chooses a password through the link and logs in', async () => {
  const who = newWho();
  const adminPage = await pageOfUsers();
  const dialog = await fillInvitation(adminPage, 'Пётр', loginOf(who));
  const link = await shownLink(adminPage);
  assert.ok(link.startsWith(`${url}/join#`));
  await dialog.getByText(/^Действует до/).waitFor();
  await dialog.getByRole('button', { name: 'Готово' }).click();
  await rowOf(adminPage, loginOf(who)).getByText('приглашён').waitFor();

  const page = await newPage(browser);
  const asked = [];
  page.on('request', (request) => asked.push(request.url(), request.headers().referer ?? ''));
  await page.goto(link);
  await page.getByRole('heading', { name: /^Пётр, вас пригласили/ }).waitFor();
  await choosePassword(page, chosen);
  await page.getByText('Пароль сохранён').waitFor();
  assert.equal(await page.inputValue('[name=login]'), loginOf(who));
  assert.equal(page.url(), `${url}/`);
  await submitLogin(page, who, chosen);
  await page.waitForSelector('section[data-stage]');
  const [, token] = link.split('#');
  assert.ok(asked.every((sent) => !sent.includes(token)));
  await rowOf(adminPage, loginOf(who)).getByText('активен').waitFor();
});

test('passwords that are short or differ are not sent', async () => {
  const page = await newPage(browser);
  await page.goto(await linkFor(admin, await invite(admin, 'Пётр')));
  await choosePassword(page, 'коротко');
  await page.getByText('Пароль слишком короткий').waitFor();
  await page.fill('[name=new-password]', chosen);
  await page.getByRole('button', { name: 'Сохранить пароль' }).click();
  await page.getByText('Пароли не совпадают').waitFor();
});

test('a link that was replaced, and one that is cut short, say whom to ask', async () => {
  const newcomer = await invite(admin, 'Пётр');
  const former = await linkFor(admin, newcomer);
  await linkFor(admin, newcomer);
  for (const link of [former, `${url}/join`]) {
    const page = await newPage(browser);
    await page.goto(link);
    await page.getByRole('alert').filter({ hasText: /\S/ }).waitFor();
    await page.getByText('Новую ссылку даст администратор').waitFor();
    await page.getByRole('button', { name: 'Ко входу' }).click();
    await page.waitForSelector('[name=password]');
  }
});

test('somebody else who is logged in here is told so, and logs out first', async () => {
  const link = await linkFor(admin, await invite(admin, 'Пётр'));
  const page = await pageOf(browser, 'anna');
  await page.goto(link);
  await page.getByText('В этом браузере работает Анна').waitFor();
  assert.equal(await page.locator('[name=new-password]').count(), 0);
  await page.getByRole('button', { name: 'Выйти', exact: true }).click();
  await page.getByRole('heading', { name: /^Пётр, вас пригласили/ }).waitFor();
});

test('a link speaks the language of its user', async () => {
  const newcomer = await invite(admin, 'Peter');
  const change = { userId: newcomer.id, user: { locale: 'en' }, updateMask: 'locale' };
  await admin.change('UserService/UpdateUser', change);
  const page = await newPage(browser);
  await page.goto(await linkFor(admin, newcomer));
  await page.getByRole('heading', { name: /^Peter, you are invited/ }).waitFor();
});

test('a login in use is said at its field', async () => {
  const page = await pageOfUsers();
  const dialog = await fillInvitation(page, 'Вторая Анна', loginOf('anna'));
  await dialog.getByText('Этот логин уже занят').waitFor();
  assert.equal(await dialog.getByLabel('Логин').getAttribute('aria-invalid'), 'true');
});

test('a reset ends the sessions and the old password; its link sets another', async () => {
  const anton = await hire(admin, 'Антон');
  const page = await pageOf(browser, anton.who);
  const adminPage = await pageOfUser(anton);
  await adminPage.getByRole('button', { name: 'Сбросить пароль' }).click();
  const dialog = adminPage.getByRole('dialog');
  await dialog.getByText('все сеансы завершатся сразу').waitFor();
  await dialog.getByRole('button', { name: 'Сбросить пароль' }).click();
  const link = await shownLink(adminPage);
  await page.waitForSelector('[name=password]');
  await submitLogin(page, anton.who, password);
  await page.getByRole('alert').filter({ hasText: 'Неверный логин или пароль' }).waitFor();
  await page.goto(link);
  await page.getByRole('heading', { name: /^Антон, задайте новый пароль/ }).waitFor();
  await choosePassword(page, chosen);
  await page.waitForSelector('[name=password]');
  await submitLogin(page, anton.who, chosen);
  await page.waitForSelector('section[data-stage]');
});

test('whoever is to be disabled is shown with what they have in hand and who stands in', async () => {
  const egor = await hire(admin, 'Егор');
  const change = { userId: egor.id, user: { deputyUserId: (await Person.logIn('boris')).id }, updateMask: 'deputyUserId' };
  await admin.change('UserService/UpdateUser', change);
  await admin.makeDeal('Сделка Егора', { responsibleUserId: egor.id });
  const page = await pageOf(browser, egor.who);
  const adminPage = await pageOfUser(egor);
  await adminPage.getByRole('button', { name: 'Отключить' }).click();
  const dialog = adminPage.getByRole('dialog');
  await dialog.getByText('1 открытая сделка, 0 открытых задач').waitFor();
  await dialog.getByText('вместо него узнает Борис').waitFor();
  await dialog.getByRole('button', { name: 'Отключить' }).click();
  await page.waitForSelector('[name=password]');
  await adminPage.getByRole('button', { name: 'Включить' }).waitFor();
  await adminPage.getByRole('link', { name: 'Все пользователи' }).click();
  await adminPage.locator('[data-user]').first().waitFor();
  assert.equal(await rowOf(adminPage, egor.login).count(), 0);
  await adminPage.getByText('Отключённые', { exact: true }).click();
  await rowOf(adminPage, egor.login).getByRole('link').click();
  await adminPage.getByRole('button', { name: 'Включить' }).click();
  await adminPage.getByText('активен').waitFor();
  await logIn(page, egor.who);
  await page.waitForSelector('section[data-stage]');
});

test('the last admin stays one, and the field says why', async () => {
  const page = await pageOfUser(admin);
  await page.getByLabel('Роль', { exact: true }).selectOption('Менеджер');
  await page.getByRole('button', { name: 'Сохранить' }).click();
  await page.getByText('должен остаться администратор').waitFor();
  assert.equal(await page.getByLabel('Роль', { exact: true }).getAttribute('aria-invalid'), 'true');
});

test('what a colleague changes meanwhile is not undone', async () => {
  const ilya = await hire(admin, 'Илья');
  const page = await pageOfUser(ilya);
  await page.getByLabel('Имя').fill('Илья Петров');
  await admin.change('UserService/UpdateUser', { userId: ilya.id, user: { timeZone: 'Asia/Omsk' }, updateMask: 'timeZone' });
  // Refused if the colleague's change has not arrived yet; then it is saved the next time.
  await eventually(async () => {
    await page.getByRole('button', { name: 'Сохранить' }).click();
    await page.getByText('Сохранено').or(page.getByText('только что изменил кто-то ещё')).first().waitFor();
    return page.getByText('Сохранено').count();
  }, { everyMs: 500 });
  const { displayName, timeZone } = await admin.call('UserService/GetUser', { userId: ilya.id });
  assert.deepEqual({ displayName, timeZone }, { displayName: 'Илья Петров', timeZone: 'Asia/Omsk' });
});

test('only admins see the users', async () => {
  const page = await pageOf(browser, 'anna');
  await page.getByRole('link', { name: /^Задачи/ }).waitFor();
  assert.equal(await page.getByRole('link', { name: 'Пользователи' }).count(), 0);
  await page.goto(`${url}/users`);
  await page.getByText('Этот раздел — для администраторов').waitFor();
});

test('on a phone the users are in the user’s menu', async () => {
  const page = await newPage(browser, { width: 390, height: 844 });
  await logIn(page, 'admin');
  await page.waitForSelector('section[data-stage]');
  await page.getByRole('button', { name: /^Меню пользователя/ }).click();
  await page.getByRole('menuitem', { name: 'Пользователи' }).click();
  await page.locator('[data-user]').first().waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 390);
});
