// Whose browser it is: what the end of a session takes with it, and how a browser stays reachable.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { Person } from './support/api.mjs';
import { openBrowser, url } from './support/browser.mjs';
import { eventually } from './support/eventually.mjs';
import { hire } from './support/newcomers.mjs';
import { bell, devicesOf, hiring, turnOn } from './support/push_people.mjs';
import {
  choose,
  closeVoronka,
  enter,
  inWorker,
  nothingShown,
  openedBy,
  pretendWorkerSubscribed,
  push,
  showing,
  shownIn,
  subscribedAt,
  workerKnows,
} from './support/pushes.mjs';

const browser = await openBrowser();
const admin = await Person.logIn('admin');
const newcomer = hiring(browser, admin);

// What a session that was here before has left behind.
const showFromOther = (context, body) =>
  inWorker(
    context,
    (text) => {
      const data = { notificationId: '900031', text, dealId: '1', sessionId: '1' };
      return self.registration.showNotification('Voronka', { body: text, tag: 'voronka-900031-1', data });
    },
    body,
  );

test('a notification of whoever was logged in before does nothing', async () => {
  const her = await newcomer('Ада');
  await showFromOther(her.context, 'Чужое');
  const before = her.page.url();
  await choose(her.context, 'Чужое');
  assert.equal(her.page.url(), before);
  assert.deepEqual(await shownIn(her.context), []);
});

const endSession = ({ person, sessionId }) => person.change('SessionService/RevokeSession', { sessionId });
const signedOutText = 'Вы вышли из Voronka на этом устройстве';

test('a session that is ended elsewhere takes what it has shown, and says so', async () => {
  const her = await newcomer('Лада', { closed: true });
  for (const id of ['900050', '900051']) {
    await push(her.page, { notificationId: id, occurrence: 1, text: `Секрет ${id}`, sessionId: her.sessionId });
    await showing(her.context, `Секрет ${id}`);
  }
  await pretendWorkerSubscribed(her.context);
  await endSession(her);
  await push(her.page, { signedOut: true, text: signedOutText, sessionId: her.sessionId });
  await showing(her.context, signedOutText);
  const [{ actions }, ...others] = await shownIn(her.context);
  assert.deepEqual([actions, others], [[], []]);
  assert.equal(await workerKnows(her.context, 'owner'), undefined);
  assert.equal(await workerKnows(her.context, 'registration'), undefined);
  await eventually(() => inWorker(her.context, () => self.unsubscribed));
  // A touch opens the login, and whoever logs in there finds nothing.
  await openedBy(her, { text: signedOutText });
  const { who } = await hire(admin, 'Мира');
  await enter(her.page, who);
  await nothingShown(her.context);
});

test('the end of another session takes only what that one has shown', async () => {
  const her = await newcomer('Майя', { closed: true });
  await push(her.page, { notificationId: '900060', occurrence: 1, text: 'Своё', sessionId: her.sessionId });
  await showing(her.context, 'Своё');
  await showFromOther(her.context, 'Чужое');
  await push(her.page, { signedOut: true, text: signedOutText, sessionId: '1' });
  await eventually(async () => (await shownIn(her.context)).length === 1);
  await showing(her.context, 'Своё');
  assert.equal((await workerKnows(her.context, 'owner')).sessionId, her.sessionId);
});

test('whoever opens Voronka after the session has ended finds nothing of it', async () => {
  const her = await newcomer('Нона', { closed: true });
  await push(her.page, { notificationId: '900070', occurrence: 1, text: 'Осталось', sessionId: her.sessionId });
  await showing(her.context, 'Осталось');
  await endSession(her);
  await her.page.goto(url);
  await her.page.waitForSelector('[name=password]');
  await nothingShown(her.context);
  assert.equal(await workerKnows(her.context, 'owner'), undefined);
});

test('whoever logs in closes what belongs to another session', async () => {
  const her = await newcomer('Поля', { closed: true });
  await push(her.page, { notificationId: '900080', occurrence: 1, text: 'Своё', sessionId: her.sessionId });
  await showing(her.context, 'Своё');
  await showFromOther(her.context, 'Прежнее');
  await her.page.goto(url);
  await eventually(async () => (await shownIn(her.context)).length === 1);
  await showing(her.context, 'Своё');
});

async function logOut(page) {
  await page.getByRole('button', { name: /^Меню пользователя/ }).click();
  await page.getByRole('menuitem', { name: 'Выйти', exact: true }).click();
  await page.waitForSelector('[name=password]');
}

test('whoever logs out is not reached there any more, and the next one is', async () => {
  const her = await newcomer('Фая');
  await turnOn(her);
  const first = await subscribedAt(her.page);
  await logOut(her.page);
  await eventually(async () => (await subscribedAt(her.page)) === undefined);
  await eventually(async () => (await devicesOf(her.person)).length === 0);
  const { who } = await hire(admin, 'Эля');
  await enter(her.page, who);
  const next = await Person.logIn(who);
  await eventually(async () => (await devicesOf(next)).length === 1);
  assert.notEqual(await subscribedAt(her.page), first);
});

test('a device that was removed elsewhere is not put back by itself', async () => {
  const her = await newcomer('Юна');
  const { id } = await turnOn(her);
  await her.person.notifier('DeviceService/RemoveDevice', { requestId: randomUUID(), deviceId: id });
  await her.page.goto(url);
  await eventually(async () => (await subscribedAt(her.page)) === undefined);
  assert.deepEqual(await devicesOf(her.person), []);
  await bell(her.page).click();
  await her.page.getByText('Узнавать о заявках').waitFor();
});

// As a browser that has given up its subscription gives out another.
const renewIn = (context) =>
  inWorker(context, async () => {
    const bytes = (length) => self.crypto.getRandomValues(new Uint8Array(length)).buffer;
    const { publicKey } = await self.crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits']);
    const point = await self.crypto.subtle.exportKey('raw', publicKey);
    const endpoint = `https://story.notify.windows.com/${self.crypto.randomUUID()}`;
    const getKey = (name) => (name === 'p256dh' ? point : bytes(16));
    PushManager.prototype.getSubscription = async () => null;
    PushManager.prototype.subscribe = async ({ applicationServerKey }) => ({
      endpoint,
      options: { applicationServerKey: new Uint8Array(applicationServerKey).buffer, userVisibleOnly: true },
      getKey,
    });
    const event = new Event('pushsubscriptionchange');
    const done = [];
    event.waitUntil = (work) => done.push(work);
    self.dispatchEvent(event);
    await Promise.all(done);
    return endpoint;
  });

test('a subscription that the browser renews is registered without an open page', async () => {
  const her = await newcomer('Тома');
  const before = await turnOn(her);
  await closeVoronka(her.page);
  const endpoint = await renewIn(her.context);
  const [device, ...others] = await devicesOf(her.person);
  assert.deepEqual(others, []);
  assert.ok(device.seenTime > before.seenTime);
  assert.equal(device.sessionId, her.sessionId);
  assert.match(device.name, /^Chrome, /);
  assert.equal((await workerKnows(her.context, 'registration')).endpoint, endpoint);
});
