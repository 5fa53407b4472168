// What the browser stores and does by itself: installation, a start without a network, push messages.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Person } from './support/api.mjs';
import { card, goOffline, keptOffline, moveByKeys, newPage, openBrowser, pageOf, url } from './support/browser.mjs';
import { eventually } from './support/eventually.mjs';
import { pageWithNotifications, systemNotifications } from './support/system_notifications.mjs';

const browser = await openBrowser();
const vera = await Person.logIn('vera');

const debugged = (page) => page.context().newCDPSession(page);

test('the client can be installed', async () => {
  const page = await pageOf(browser, 'vera');
  await keptOffline(page);
  const session = await debugged(page);
  const { data, errors } = await session.send('Page.getAppManifest');
  assert.deepEqual(errors, []);
  assert.equal(JSON.parse(data).display, 'standalone');
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  // A story's browser forgets everything at its end, so nothing can be installed in it.
  const real = installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito');
  assert.deepEqual(real, []);
});

test('a page opened without a network says that it waits, and starts by itself', async () => {
  const page = await pageOf(browser, 'vera');
  await goOffline(page);
  await page.reload();
  await page.getByText('Нет связи с сервером, пробуем снова…').waitFor();
  await page.getByText('как только связь вернётся, всё откроется само').waitFor();
  await page.context().setOffline(false);
  await page.waitForSelector('section[data-stage]');
});

test('a page opened without a network says what waits to be sent', async () => {
  const page = await pageOf(browser, 'vera');
  const deal = await vera.makeDeal('Ждёт и без страницы');
  await card(page, deal).waitFor();
  await goOffline(page);
  await moveByKeys(page, deal, 'Принято в работу');
  await page.getByText('Ждёт отправки: 1 перемещение').waitFor();
  await page.reload();
  await page.getByRole('status').getByText('Ждёт отправки: 1 перемещение').waitFor();
  await page.context().setOffline(false);
  await eventually(async () => (await vera.getDeal(deal)).stage === 'accepted');
});

async function push(page, payload) {
  const session = await debugged(page);
  const registered = new Promise((resolve) =>
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      if (registrations[0]) resolve(registrations[0].registrationId);
    }),
  );
  await session.send('ServiceWorker.enable');
  const data = JSON.stringify(payload);
  await session.send('ServiceWorker.deliverPushMessage', { origin: url, registrationId: await registered, data });
}

const pushed = (deal) => ({
  id: '900001',
  text: 'Вам новая заявка: сделка #7, взять до 12:05',
  dealId: deal.id,
  actions: [{ action: 'open', title: 'Открыть' }],
});

test('a push message becomes one system notification, however often it arrives', async () => {
  const page = await pageWithNotifications(browser, 'vera');
  const deal = await vera.makeDeal('Пуш');
  await push(page, pushed(deal));
  await push(page, pushed(deal));
  const shown = await eventually(async () => {
    const found = await systemNotifications(page);
    return found.length > 0 && found;
  });
  assert.deepEqual(shown, [{ body: pushed(deal).text, tag: 'voronka-900001', actions: ['open'] }]);
});

// As the browser tells the worker that the user chose an answer.
async function choose(page, action, data) {
  const worker = page.context().serviceWorkers()[0];
  await worker.evaluate(
    ([chosen, told]) => {
      const event = new Event('notificationclick');
      Object.assign(event, { action: chosen, notification: { close: () => undefined, data: told }, waitUntil: () => undefined });
      self.dispatchEvent(event);
    },
    [action, data],
  );
}

async function reminded(page, text) {
  const deal = await vera.makeDeal(text);
  const task = { dealId: deal.id, text, dueTime: new Date(Date.now() + 1_500).toISOString(), reminders: { before: ['0s'] } };
  await vera.change('TaskService/CreateTask', { task });
  const popup = page.getByRole('alertdialog', { name: text });
  await popup.waitFor();
  const { notifications } = await vera.inbox('ListNotifications', { pageSize: 50 });
  const { id } = notifications.find((told) => told.kind === 'KIND_TASK_REMINDER' && told.text.includes(text));
  return { deal, popup, data: { id, dealId: deal.id, text, actions: [] } };
}

test('a reminder can be answered in the system notification: open, in 15 minutes, done', async () => {
  const page = await pageWithNotifications(browser, 'vera');
  for (const [action, state] of [['done', 'STATE_ACKNOWLEDGED'], ['snooze', 'STATE_SNOOZED']]) {
    const { popup, data } = await reminded(page, `Ответ ${action} ${Date.now()}`);
    await choose(page, action, data);
    await popup.waitFor({ state: 'hidden' });
    await eventually(async () => {
      const { notifications } = await vera.inbox('ListNotifications', { pageSize: 50 });
      return notifications.find(({ id }) => id === data.id).state === state;
    });
  }
  const { deal, data } = await reminded(page, `Ответ open ${Date.now()}`);
  await choose(page, 'open', data);
  await page.getByRole('dialog', { name: deal.name }).waitFor();
});

test('a task can be completed from the system notification', async () => {
  const page = await pageWithNotifications(browser, 'vera');
  const { data } = await reminded(page, `Завершить отсюда ${Date.now()}`);
  await choose(page, 'complete', data);
  await page.getByRole('dialog', { name: `Завершить: ${data.text}` }).waitFor();
});

test('a system notification of another user does nothing', async () => {
  const page = await pageWithNotifications(browser, 'vera');
  const { deal, popup, data } = await reminded(page, `Чужое ${Date.now()}`);
  await choose(page, 'open', { ...data, login: 'somebody@else' });
  await page.waitForTimeout(500);
  assert.ok(await popup.isVisible());
  assert.equal(await page.getByRole('dialog', { name: deal.name }).count(), 0);
});

// Moves the page's own clock forward, as in a browser that slept.
test('moves that have waited longer than two days are shown, not sent', async () => {
  const page = await newPage(browser);
  await page.clock.install();
  await page.goto(url);
  await page.fill('[name=login]', 'vera@demo.voronka');
  await page.fill('[name=password]', 'voronka-demo');
  await page.click('button[type=submit]');
  const deal = await vera.makeDeal('Ждала три дня');
  await card(page, deal).waitFor();
  await goOffline(page);
  await moveByKeys(page, deal, 'Принято в работу');
  await page.getByText('Ждёт отправки: 1 перемещение').waitFor();
  await page.clock.fastForward(72 * 3_600_000);
  await page.context().setOffline(false);
  await page.getByText('«Ждала три дня» → «Принято в работу»').waitFor();
  assert.equal((await vera.getDeal(deal)).stage, 'new');
});
