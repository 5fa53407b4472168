// Sessions that follow each other in one browser: whoever logs in works as if nobody had been there before.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Person } from './support/api.mjs';
import { card, cardIn, keptOffline, logIn, moveByKeys, newPage, openBrowser, pageOf, submitLogin, url } from './support/browser.mjs';
import { eventually } from './support/eventually.mjs';
import { countStreams } from './support/streams.mjs';

const browser = await openBrowser();
let [anna, boris] = [await Person.logIn('anna'), await Person.logIn('boris')];

const names = { anna: 'Анна', boris: 'Борис' };

async function askToLogOut(page, who, item = 'Выйти') {
  await page.getByRole('button', { name: `Меню пользователя: ${names[who]}` }).click();
  await page.getByRole('menuitem', { name: item, exact: true }).click();
}

async function logOut(page, who, item) {
  await askToLogOut(page, who, item);
  await page.waitForSelector('[name=password]');
}

async function logInHere(page, who) {
  await submitLogin(page, who);
  await page.waitForSelector('section[data-stage]');
}

// Changes made elsewhere soon appear on the screen, and nothing says that the connection is lost.
async function isLive(page, person) {
  const deal = await person.makeDeal('После входа');
  await cardIn(page, 'new', deal).waitFor();
  assert.equal(await page.getByText('Нет связи').count(), 0);
}

test('logging out and in again in the same tab keeps live updates with two streams, every time', async () => {
  const page = await newPage(browser);
  const streams = countStreams(page.context());
  await logIn(page, 'anna');
  await page.waitForSelector('section[data-stage]');
  for (let round = 0; round < 3; ++round) {
    await logOut(page, 'anna');
    await eventually(() => streams.now() === 0);
    await logInHere(page, 'anna');
    await isLive(page, anna);
    assert.equal(streams.now(), 2);
  }
});

test('a reminder after the second login pops up', async () => {
  const page = await pageOf(browser, 'anna');
  await logOut(page, 'anna');
  await logInHere(page, 'anna');
  const deal = await anna.makeDeal('Для звонка');
  const text = `Перезвонить ${Date.now()}`;
  const dueTime = new Date(Date.now() + 2_000).toISOString();
  await anna.change('TaskService/CreateTask', { task: { dealId: deal.id, text, dueTime, reminders: { before: ['0s'] } } });
  await page.getByRole('alertdialog', { name: text }).waitFor();
});

test('another user in the same tab sees their own data and nothing of the first user’s', async () => {
  const mine = await anna.makeDeal('Сделка Анны');
  const page = await pageOf(browser, 'anna');
  await card(page, mine).click();
  await page.getByRole('textbox', { name: 'Примечание' }).fill('Черновик Анны');
  await page.getByRole('dialog').getByRole('button', { name: 'Закрыть', exact: true }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await logOut(page, 'anna');
  const theirs = await boris.makeDeal('Сделка Бориса');
  await logInHere(page, 'boris');
  assert.match(page.url(), /\/board\//);
  await card(page, theirs).waitFor();
  assert.equal(await card(page, mine).count(), 0);
  await isLive(page, boris);
  await page.goto(`${url}/deals/${mine.id}`);
  assert.equal(await page.getByRole('textbox', { name: 'Примечание' }).inputValue(), '');
});

test('a waiting move is not sent in another user’s name, only when its own user is back', async () => {
  const deal = await anna.makeDeal('Ждёт Анну');
  const page = await pageOf(browser, 'anna');
  await card(page, deal).waitFor();
  await keptOffline(page);
  await page.route('**/*DealService/MoveDeal', (route) => route.abort());
  await moveByKeys(page, deal, 'Принято в работу');
  await page.getByText('Ждёт отправки: 1 перемещение').waitFor();
  await askToLogOut(page, 'anna');
  const question = page.getByRole('dialog', { name: 'Выйти, не дождавшись отправки?' });
  await question.getByRole('button', { name: 'Выйти' }).click();
  await page.waitForSelector('[name=password]');
  await page.unroute('**/*DealService/MoveDeal');
  await logInHere(page, 'boris');
  await isLive(page, boris);
  assert.equal(await page.getByText('Ждёт отправки').count(), 0);
  assert.equal((await anna.getDeal(deal)).stage, 'new');
  await logOut(page, 'boris');
  await logInHere(page, 'anna');
  await eventually(async () => (await anna.getDeal(deal)).stage === 'accepted');
});

test('logging in as another user in one tab switches all tabs, and all are live with two streams', async () => {
  const one = await newPage(browser);
  const streams = countStreams(one.context());
  await logIn(one, 'anna');
  await one.waitForSelector('section[data-stage]');
  const other = await one.context().newPage();
  await other.goto(url);
  await other.waitForSelector('section[data-stage]');
  await logOut(one, 'anna');
  await other.waitForSelector('[name=password]');
  await logInHere(other, 'boris');
  await one.getByRole('button', { name: 'Меню пользователя: Борис' }).waitFor();
  await Promise.all([isLive(one, boris), isLive(other, boris)]);
  await eventually(() => streams.now() === 2);
  await other.close();
  await isLive(one, boris);
  await eventually(() => streams.now() === 2);
});

test('a session ended elsewhere asks for the password, and then everything is live again', async () => {
  const page = await pageOf(browser, 'anna');
  const elsewhere = await pageOf(browser, 'anna');
  await logOut(elsewhere, 'anna', 'Выйти на всех устройствах');
  await page.waitForSelector('[name=password]');
  anna = await Person.logIn('anna');
  await logInHere(page, 'anna');
  await isLive(page, anna);
});
