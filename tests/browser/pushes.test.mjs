// The service worker: what reaches a closed Voronka, what answers there do, and what is silent elsewhere.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Person } from './support/api.mjs';
import { openBrowser, url } from './support/browser.mjs';
import { eventually } from './support/eventually.mjs';
import { hiring, reminded } from './support/push_people.mjs';
import {
  choose,
  closeVoronka,
  enter,
  inWorker,
  nothingShown,
  openedBy,
  push,
  sessionIn,
  showing,
  shownIn,
  subscribablePage,
} from './support/pushes.mjs';

const browser = await openBrowser();
const admin = await Person.logIn('admin');
const newcomer = hiring(browser, admin);
const offerButtons = ['ACTION_TAKE', 'ACTION_HIDE'].map((action) => ({ action, title: action }));

test('a message shows one notification, however often it arrives, and none after it was closed', async () => {
  const her = await newcomer('Яна', { closed: true });
  const { message } = await reminded(her, `Дважды ${Date.now()}`);
  await push(her.page, message);
  await push(her.page, message);
  const shown = await showing(her.context, message.text);
  assert.equal(shown.silent, false);
  assert.deepEqual(shown.actions, ['ACTION_COMPLETE', 'ACTION_SNOOZE']);
  assert.equal((await shownIn(her.context)).length, 1);
  await push(her.page, { ...message, text: undefined, close: true });
  await nothingShown(her.context);
  await push(her.page, message);
  await push(her.page, { ...message, occurrence: 2, sound: false });
  assert.equal((await showing(her.context, message.text)).silent, true);
  assert.equal((await shownIn(her.context)).length, 1);
});

test('what comes too late, for another session, or after its close shows nothing', async () => {
  const her = await newcomer('Ия', { closed: true });
  const message = { notificationId: '900001', occurrence: 1, text: 'Поздно', sessionId: her.sessionId };
  const past = new Date(Date.now() - 60_000).toISOString();
  await push(her.page, { ...message, expireTime: past });
  await push(her.page, { ...message, sessionId: '1' });
  await push(her.page, { ...message, notificationId: '900002', close: true });
  await push(her.page, { ...message, notificationId: '900002' });
  await push(her.page, { ...message, notificationId: '900003', text: 'Вовремя' });
  await showing(her.context, 'Вовремя');
  assert.equal((await shownIn(her.context)).length, 1);
});

test('what has popped up before the user’s eyes is not shown a second time', async () => {
  const her = await newcomer('Ева');
  const text = `На экране ${Date.now()}`;
  const { message } = await reminded(her, text);
  await her.page.getByRole('alertdialog', { name: text }).waitFor();
  await push(her.page, message);
  await push(her.page, { ...message, notificationId: '900010', text: 'Не всплывало' });
  await showing(her.context, 'Не всплывало');
  assert.equal((await shownIn(her.context)).length, 1);
});

for (const [action, state] of [
  ['ACTION_SNOOZE', 'STATE_SNOOZED'],
  ['ACTION_HIDE', 'STATE_ACKNOWLEDGED'],
]) {
  test(`${action} answers a reminder without an open page`, async () => {
    const her = await newcomer('Зоя', { closed: true });
    const { message, state: stateNow } = await reminded(her, `Ответ ${Date.now()}`);
    await push(her.page, message);
    await showing(her.context, message.text);
    await choose(her.context, message.text, action);
    assert.equal(await stateNow(), state);
    assert.deepEqual(await shownIn(her.context), []);
    assert.equal(her.context.pages().length, 1);
  });
}

test('«Выполнить» opens the result, which is mandatory', async () => {
  const her = await newcomer('Рита', { closed: true });
  const { deal, message, state } = await reminded(her, `Итог ${Date.now()}`);
  await push(her.page, message);
  await showing(her.context, message.text);
  const opened = await openedBy(her, message, 'ACTION_COMPLETE');
  const form = opened.getByRole('dialog', { name: `Завершить: ${message.text}` });
  await form.getByLabel('Запланировать следующую').uncheck();
  await form.getByRole('button', { name: 'Завершить', exact: true }).click();
  await form.getByText('Напишите, чем закончилось').waitFor();
  assert.equal(await state(), 'STATE_UNREAD');
  await form.getByLabel('Результат').fill('Договорились');
  await form.getByRole('button', { name: 'Завершить', exact: true }).click();
  await form.waitFor({ state: 'hidden' });
  await eventually(async () => (await state()) === 'STATE_ACKNOWLEDGED');
  assert.equal(new URL(opened.url()).pathname, `/deals/${deal.id}`);
  assert.equal(new URL(opened.url()).search, '');
});

test('a touch opens exactly the deal, or exactly the task', async () => {
  const her = await newcomer('Инна', { closed: true });
  const about = await reminded(her, `О сделке ${Date.now()}`);
  await push(her.page, about.message);
  await showing(her.context, about.message.text);
  const opened = await openedBy(her, about.message);
  await opened.getByRole('dialog', { name: about.deal.name }).waitFor();
  await eventually(async () => (await about.state()) === 'STATE_ACKNOWLEDGED');
  await closeVoronka(her.page);
  const alone = await reminded(her, `Без сделки ${Date.now()}`, { about: 'nothing' });
  await push(her.page, alone.message);
  await showing(her.context, alone.message.text);
  await openedBy(her, alone.message);
  await her.page.locator('[data-asked=true]').getByText(alone.message.text).waitFor();
});

test('a window that is open is used, and the touch takes it to the deal', async () => {
  const her = await newcomer('Лия');
  const other = await her.context.newPage();
  await other.goto('about:blank');
  const { deal, message } = await reminded(her, `В окне ${Date.now()}`);
  await her.page.getByRole('alertdialog').first().getByRole('button', { name: 'Закрыть' }).click();
  await push(her.page, { ...message, notificationId: '900020' });
  await showing(her.context, message.text);
  await her.page.goto(`${url}/tasks`);
  await choose(her.context, message.text);
  await her.page.getByRole('dialog', { name: deal.name }).waitFor();
  assert.equal(her.context.pages().length, 2);
});

const managers = ['anna', 'boris', 'vera'];
const people = new Map(await Promise.all(managers.map(async (who) => [who, await Person.logIn(who)])));

// To whomever the queue gives it, in a browser where Voronka is closed.
async function offered() {
  const deal = await people.get('anna').submitInquiry('Пришлите прайс');
  const { responsibleUserId } = await eventually(async () => {
    const found = await people.get('anna').getDeal(deal);
    return found.offerDeadline && found;
  });
  const who = managers.find((name) => people.get(name).id === responsibleUserId);
  const page = await subscribablePage(browser);
  await enter(page, who);
  const context = page.context();
  const sessionId = await sessionIn(context);
  await closeVoronka(page);
  const notificationId = String(910_000 + Number(deal.id));
  const text = `Вам новая заявка: сделка #${deal.id}`;
  const message = { notificationId, occurrence: 1, dealId: deal.id, text, buttons: offerButtons, sessionId };
  await push(page, message);
  await showing(context, text);
  return { who, deal, page, context, message };
}

test('«Взять» takes the deal without an open page, once, however often it is tapped', async () => {
  const { who, deal, page, context, message } = await offered();
  await choose(context, message.text, 'ACTION_TAKE');
  await showing(context, `Сделка #${deal.id} ваша`);
  const taken = await people.get(who).getDeal(deal);
  assert.equal(taken.responsibleUserId, people.get(who).id);
  assert.equal(taken.offerDeadline, undefined);
  // The same answer again, as after a lost connection.
  await inWorker(context, (data) => self.registration.showNotification('Voronka', { body: 'Ещё раз', data }), message);
  await choose(context, 'Ещё раз', 'ACTION_TAKE');
  await showing(context, `Сделка #${deal.id} ваша`);
  assert.equal((await people.get(who).getDeal(deal)).etag, taken.etag);
  await page.close();
});

test('whoever takes too late learns that the deal is another’s', async () => {
  const { who, deal, context, message } = await offered();
  const olga = await Person.logIn('olga');
  const other = managers.find((name) => name !== who);
  await olga.change('DealService/ReassignDeal', { dealId: deal.id, userId: people.get(other).id });
  await choose(context, message.text, 'ACTION_TAKE');
  await showing(context, `Сделка #${deal.id} уже у`);
});

// The worker's connection is lost, until it is restored.
const cutOff = (context) =>
  inWorker(context, () => {
    self.connected ??= self.fetch;
    self.fetch = () => Promise.reject(new TypeError('Failed to fetch'));
  });
const reconnect = (context) => inWorker(context, () => void (self.fetch = self.connected));

test('an answer without a network brings the notification back, and can be given again', async () => {
  const her = await newcomer('Нина', { closed: true });
  const { message, state } = await reminded(her, `Без сети ${Date.now()}`);
  await push(her.page, message);
  await showing(her.context, message.text);
  await cutOff(her.context);
  await choose(her.context, message.text, 'ACTION_HIDE');
  const lost = await showing(her.context, 'Нет связи, не получилось. Попробуйте ещё раз');
  assert.ok(lost.body.endsWith(message.text));
  assert.equal(lost.silent, true);
  assert.deepEqual(lost.actions, ['ACTION_COMPLETE', 'ACTION_SNOOZE']);
  assert.equal(await state(), 'STATE_UNREAD');
  // Once more in vain: it says so once.
  await choose(her.context, message.text, 'ACTION_HIDE');
  const [again, ...others] = await shownIn(her.context);
  assert.deepEqual([again.body, others], [lost.body, []]);
  await reconnect(her.context);
  await choose(her.context, message.text, 'ACTION_HIDE');
  assert.equal(await state(), 'STATE_ACKNOWLEDGED');
  await nothingShown(her.context);
});

test('a server that has too much to do is asked again by the user', async () => {
  const her = await newcomer('Рада', { closed: true });
  const { message } = await reminded(her, `Занят ${Date.now()}`);
  await push(her.page, message);
  await showing(her.context, message.text);
  await inWorker(her.context, () => {
    const fetched = self.fetch;
    const error = { code: 'resource_exhausted', details: [{ debug: { reason: 'OVERLOADED' } }] };
    const refuse = async () => new Response(JSON.stringify(error), { status: 429 });
    self.fetch = (path, ...rest) => (String(path).includes('InboxService') ? refuse() : fetched(path, ...rest));
  });
  await choose(her.context, message.text, 'ACTION_HIDE');
  await showing(her.context, 'Сервер занят, не получилось. Попробуйте ещё раз');
});

test('what is over when the connection is lost is not offered again', async () => {
  const her = await newcomer('Сима', { closed: true });
  const { message } = await reminded(her, `Поздно ${Date.now()}`);
  await push(her.page, { ...message, expireTime: new Date(Date.now() + 3_000).toISOString() });
  await showing(her.context, message.text);
  await cutOff(her.context);
  await her.page.waitForTimeout(3_000);
  await choose(her.context, message.text, 'ACTION_HIDE');
  await showing(her.context, 'а время уже вышло');
  const [{ actions }, ...others] = await shownIn(her.context);
  assert.deepEqual([actions, others], [[], []]);
});

test('what is answered on one device goes quiet on the others', async () => {
  const her = await newcomer('Кира');
  const phone = await subscribablePage(browser);
  await enter(phone, her.who);
  const context = phone.context();
  const sessionId = await sessionIn(context);
  await phone.goto('about:blank');
  const text = `Везде ${Date.now()}`;
  const { message, state } = await reminded(her, text);
  await push(phone, { ...message, sessionId });
  await showing(context, text);
  await her.page.getByRole('alertdialog', { name: text }).getByRole('button', { name: 'Скрыть' }).click();
  await eventually(async () => (await state()) === 'STATE_ACKNOWLEDGED');
  await push(phone, { notificationId: message.notificationId, occurrence: 1, close: true, sessionId });
  await nothingShown(context);
});
