// What the admin of a new account begins with. The demo account has done it all, so the stories undo some of it.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, test } from 'node:test';
import { empty } from './screens/answers.mjs';
import { Person } from './support/api.mjs';
import { gone, openBrowser, pageOf, url } from './support/browser.mjs';

const browser = await openBrowser();
const [admin, anna] = [await Person.logIn('admin'), await Person.logIn('anna')];
await anna.makeDeal('Первая');

const { queues } = await admin.queues('ListQueues', { pageSize: 1000 });
const setPaused = async (isPaused) => {
  for (const { id, paused, ...queue } of queues) {
    const change = { ...queue, paused: isPaused || Boolean(paused) };
    await admin.queues('UpdateQueue', { requestId: randomUUID(), queueId: id, queue: change });
  }
};
after(() => setPaused(false));

const step = (page, key) => page.locator(`[data-step=${key}]`);
const isDone = (page, key, done = true) => page.locator(`[data-step=${key}][data-done=${done}]`).waitFor();
const inMenu = (page) => page.getByRole('navigation').getByRole('link', { name: 'Первые шаги' });
const fromUserMenu = async (page) => {
  await page.getByRole('button', { name: /^Меню пользователя/ }).click();
  await page.getByRole('menuitem', { name: 'Первые шаги' }).click();
};

test('a step is ticked off by itself, and the list leaves the menu when all are', async () => {
  await setPaused(true);
  const page = await pageOf(browser, 'admin');
  await inMenu(page).click();
  for (const key of ['people', 'source', 'inquiry']) await isDone(page, key);
  await isDone(page, 'queue', false);
  await page.getByText('Сделано 3 из 4').waitFor();
  await step(page, 'queue').getByRole('link', { name: 'К очередям' }).click();
  const [{ pipeline, stage }] = queues;
  await page.locator(`[data-place="${pipeline}-${stage}"]`).getByRole('link').click();
  await page.getByLabel('Приостановить очередь').uncheck();
  await page.getByRole('button', { name: 'Сохранить', exact: true }).click();
  await gone(inMenu(page));
  await fromUserMenu(page);
  await page.getByText('Всё готово').waitFor();
  await isDone(page, 'queue');
});

test('an admin takes the list out of the menu, and finds it again', async () => {
  await setPaused(true);
  const page = await pageOf(browser, 'admin');
  await inMenu(page).click();
  await page.getByRole('button', { name: 'Убрать из меню' }).click();
  await gone(inMenu(page));
  await page.goto(url);
  await page.getByRole('navigation').getByRole('link', { name: 'Очереди' }).waitFor();
  assert.equal(await inMenu(page).count(), 0);
  await fromUserMenu(page);
  await page.getByRole('button', { name: 'Вернуть в меню' }).click();
  await inMenu(page).waitFor();
  await page.context().close();
  await setPaused(false);
});

test('the board opens by itself when the test inquiry comes', async () => {
  const page = await pageOf(browser, 'admin');
  // As long as there is no deal.
  await empty(page, '**/ListStageTotals');
  await page.goto(`${url}/first-steps`);
  await isDone(page, 'inquiry', false);
  await step(page, 'inquiry').getByText('доска откроется здесь сама').waitFor();
  await page.unroute('**/ListStageTotals');
  const deal = await anna.submitInquiry('Пробная заявка');
  await page.waitForURL(`${url}/board/first_sales`);
  await page.getByText('Заявка пришла: она на доске').waitFor();
  await page.locator(`article[data-deal="${deal.id}"]`).waitFor();
});

test('a manager has no such screen', async () => {
  const page = await pageOf(browser, 'anna');
  await page.goto(`${url}/first-steps`);
  await page.getByText('Этот раздел — для администраторов').waitFor();
  assert.equal(await inMenu(page).count(), 0);
});
