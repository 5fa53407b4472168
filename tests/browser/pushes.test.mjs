// Push messages: what reaches a closed Voronka, what answers there do, and what is silent elsewhere.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { Person } from './support/api.mjs';
import { openBrowser, pageOf, url } from './support/browser.mjs';
import { eventually } from './support/eventually.mjs';
import { hire } from './support/newcomers.mjs';
import {
  choose,
  closeVoronka,
  enter,
  inWorker,
  nothingShown,
  push,
  sessionIn,
  showing,
  shownIn,
  subscribablePage,
  subscribedAt,
} from './support/pushes.mjs';

const browser = await openBrowser();
const admin = await Person.logIn('admin');
const reminderButtons = ['ACTION_COMPLETE', 'ACTION_SNOOZE', 'ACTION_HIDE'].map((action) => ({ action, title: action }));
const offerButtons = ['ACTION_TAKE', 'ACTION_HIDE'].map((action) => ({ action, title: action }));

// Somebody new to every story, in a browser of their own, and what they do through the API.
async function newcomer(name, { closed = false } = {}) {
  const { who } = await hire(admin, name);
  const person = await Person.logIn(who);
  const page = await subscribablePage(browser);
  await enter(page, who);
  const context = page.context();
  const sessionId = await sessionIn(context);
  if (closed) await closeVoronka(page);
  return { who, person, page, context, sessionId };
}

const listed = async (person) => (await person.inbox('ListNotifications', { pageSize: 50 })).notifications ?? [];

const hourMs = 3_600_000;

// A reminder that has come, an hour before its task is due, and the message that would be pushed of it.
async function reminded({ person, sessionId }, text, kept = { about: 'deal' }) {
  const deal = kept.about === 'deal' ? await person.makeDeal(`О чём: ${text}`) : undefined;
  const dueTime = new Date(Date.now() + hourMs + 1_000).toISOString();
  const task = { dealId: deal?.id, text, dueTime, reminders: { before: ['3600s'] } };
  await person.change('TaskService/CreateTask', { task });
  const told = await eventually(async () => (await listed(person)).find((one) => one.text.includes(text)));
  const message = {
    notificationId: told.id,
    occurrence: told.occurrence,
    kind: told.kind,
    text,
    dealId: deal?.id,
    taskId: told.taskId,
    buttons: reminderButtons,
    sound: true,
    sessionId,
  };
  return { deal, message, state: async () => (await listed(person)).find(({ id }) => id === told.id)?.state };
}

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

// Only a real touch may open a window, so the page goes where the worker wants to open one.
async function openedBy({ page, context }, message, action = '') {
  await inWorker(context, () => {
    self.asked = undefined;
    self.clients.openWindow = async (path) => (self.asked = path);
  });
  await choose(context, message.text, action);
  const path = await eventually(() => inWorker(context, () => self.asked));
  await page.goto(url + path);
  return page;
}

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

test('a notification of whoever was logged in before does nothing', async () => {
  const her = await newcomer('Ада');
  await push(her.page, { notificationId: '900030', occurrence: 1, text: 'Чужое', dealId: '1', sessionId: her.sessionId });
  await showing(her.context, 'Чужое');
  await inWorker(her.context, async () => {
    const [{ data, body, tag }] = await self.registration.getNotifications();
    await self.registration.showNotification('Voronka', { body, tag, data: { ...data, sessionId: '1' } });
  });
  const before = her.page.url();
  await choose(her.context, 'Чужое');
  assert.equal(her.page.url(), before);
  assert.deepEqual(await shownIn(her.context), []);
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

test('without a network the answer is not made, and that is said', async () => {
  const her = await newcomer('Нина', { closed: true });
  const { message, state } = await reminded(her, `Без сети ${Date.now()}`);
  await push(her.page, message);
  await showing(her.context, message.text);
  await inWorker(her.context, () => {
    self.fetch = () => Promise.reject(new TypeError('Failed to fetch'));
  });
  await choose(her.context, message.text, 'ACTION_HIDE');
  await showing(her.context, 'Нет связи: откройте Voronka');
  assert.equal(await state(), 'STATE_UNREAD');
});

const bell = (page) => page.getByRole('button', { name: /уведомлени/i }).first();
const devicesOf = async (person) => (await person.notifier('DeviceService/ListDevices')).devices ?? [];

test('permission is asked for from a button, not on opening, and the device is registered', async () => {
  const her = await newcomer('Тая');
  assert.equal(await subscribedAt(her.page), undefined);
  await bell(her.page).click();
  await her.page.getByText('Узнавать о заявках, когда Voronka закрыта?').waitFor();
  await her.page.getByRole('button', { name: 'Включить' }).click();
  const [device] = await eventually(async () => {
    const found = await devicesOf(her.person);
    return found.length > 0 && found;
  });
  assert.match(device.name, /^Chrome, /);
  assert.equal(device.sessionId, her.sessionId);
  await her.page.getByText('Узнавать о заявках').waitFor({ state: 'hidden' });
  await her.page.reload();
  await her.page.waitForTimeout(4_000);
  assert.equal((await devicesOf(her.person)).length, 1);
});

test('the invitation comes up by itself once, after the first reminder was answered', async () => {
  const her = await newcomer('Уля');
  const invitation = her.page.getByRole('region', { name: 'Уведомления на этом устройстве' });
  await her.page.waitForTimeout(3_500);
  const text = `Первое ${Date.now()}`;
  await reminded(her, text);
  const popup = her.page.getByRole('alertdialog', { name: text });
  await popup.waitFor();
  assert.equal(await invitation.count(), 0);
  await popup.getByRole('button', { name: 'Скрыть' }).click();
  await invitation.getByRole('button', { name: 'Не сейчас' }).click();
  await invitation.waitFor({ state: 'hidden' });
  await bell(her.page).click();
  await her.page.getByRole('button', { name: 'Настроить уведомления' }).waitFor();
  assert.equal(await her.page.getByText('Узнавать о заявках').count(), 0);
  assert.equal(await subscribedAt(her.page), undefined);
});

async function turnOn({ page, person }) {
  await page.goto(`${url}/notifications`);
  await page.getByRole('button', { name: 'Включить' }).click();
  await page.getByText('уведомления приходят, даже когда Voronka закрыта').waitFor();
  return (await devicesOf(person))[0];
}

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

test('the list of devices tests and removes', async () => {
  const her = await newcomer('Вика');
  await turnOn(her);
  const row = her.page.locator('[data-device]');
  await row.filter({ hasText: 'это устройство' }).getByRole('button', { name: /^Проверить/ }).click();
  await row.getByText(/^Проверочное уведомление отправляем/).waitFor();
  await row.getByRole('button', { name: /^Удалить/ }).click();
  await row.waitFor({ state: 'hidden' });
  await her.page.getByRole('button', { name: 'Включить' }).waitFor();
  assert.equal(await subscribedAt(her.page), undefined);
});

test('what is chosen is saved at once, and what pops up obeys', async () => {
  const her = await newcomer('Соня');
  await her.page.goto(`${url}/notifications`);
  const box = (what) => her.page.getByRole('checkbox', { name: `${what}: Напоминание о задаче` });
  await box('На экране').uncheck();
  await box('Со звуком').uncheck();
  const chosen = async () => {
    const { kinds } = await her.person.notifier('PreferenceService/GetPreferences');
    return kinds.find(({ kind }) => kind === 'KIND_TASK_REMINDER');
  };
  await eventually(async () => {
    const { push: pushed, popup = false, sound = false } = await chosen();
    return pushed && !popup && !sound;
  });
  const text = `Молча ${Date.now()}`;
  await reminded(her, text);
  await bell(her.page).click();
  await her.page.getByRole('dialog').getByText(text).waitFor();
  assert.equal(await her.page.getByRole('alertdialog').count(), 0);
});

test('preferences that were changed on another device meanwhile are not overwritten', async () => {
  const her = await newcomer('Оля');
  await her.page.goto(`${url}/notifications`);
  await her.page.getByRole('checkbox', { name: 'Не присылать уведомления по ночам' }).check();
  const quiet = () => her.person.notifier('PreferenceService/GetPreferences').then(({ quietHours }) => quietHours);
  await eventually(async () => (await quiet()).enabled);
  await her.page.getByText('По вашему часовому поясу: Москва').waitFor();
  await her.person.notifier('PreferenceService/UpdatePreferences', {
    requestId: randomUUID(),
    preferences: { quietHours: { enabled: true, fromMinute: 1260, untilMinute: 540 } },
  });
  await her.page.getByLabel('С', { exact: true }).fill('23:30');
  await her.page.getByText('только что изменили на другом устройстве').waitFor();
  assert.equal((await quiet()).fromMinute, 1260);
  await her.page.getByLabel('С', { exact: true }).fill('23:30');
  await eventually(async () => (await quiet()).fromMinute === 1410);
});

test('a reminder is put off until tomorrow at nine', async () => {
  const her = await newcomer('Алла');
  const text = `Утром ${Date.now()}`;
  await reminded(her, text);
  const popup = her.page.getByRole('alertdialog', { name: text });
  await popup.getByRole('button', { name: 'Отложить на другое время' }).click();
  await popup.getByRole('button', { name: /^(Завтра|Сегодня) в 9$/ }).click();
  await popup.waitFor({ state: 'hidden' });
  const told = await eventually(async () =>
    (await listed(her.person)).find((one) => one.text.includes(text) && one.state === 'STATE_SNOOZED'),
  );
  const shown = new Date(told.snoozeTime).toLocaleTimeString('ru', { timeZone: 'Europe/Moscow' });
  assert.equal(shown, '09:00:00');
  await bell(her.page).click();
  await her.page.getByText(/отложено: (завтра|сегодня), 09:00/).waitFor();
});

test('a task reminds as often as its user likes, also after it is moved', async () => {
  const her = await newcomer('Дина');
  const deal = await her.person.makeDeal('С напоминаниями');
  await her.page.goto(`${url}/deals/${deal.id}`);
  const dialog = her.page.getByRole('dialog', { name: deal.name });
  await dialog.getByRole('button', { name: 'Новая задача' }).click();
  await dialog.getByLabel('Что сделать').fill('Перезвонить');
  await dialog.getByRole('button', { name: 'за день' }).click();
  await dialog.getByRole('button', { name: 'в срок' }).click();
  await dialog.getByRole('button', { name: 'Добавить', exact: true }).click();
  await dialog.locator('[data-task]').getByText('за день, за 30 минут, в срок').waitFor();
  await dialog.getByRole('button', { name: /Перенести: Перезвонить/ }).click();
  const form = her.page.getByRole('dialog', { name: 'Перенести: Перезвонить' });
  for (const offset of ['за день', 'за 30 минут']) await form.getByRole('button', { name: offset }).click();
  await form.getByRole('button', { name: 'В понедельник' }).click();
  await form.getByRole('button', { name: 'Перенести', exact: true }).click();
  await form.waitFor({ state: 'hidden' });
  await dialog.locator('[data-task]').getByText('в срок', { exact: true }).waitFor();
  const { tasks } = await her.person.call('TaskService/ListTasks', { dealId: deal.id });
  assert.deepEqual(tasks[0].reminders, { before: ['0s'] });
});

test('«Почему не пришло?» tells the way of a notification, to its user and to whoever leads', async () => {
  const her = await newcomer('Ника');
  const text = `Путь ${Date.now()}`;
  await reminded(her, text);
  await her.page.getByRole('alertdialog', { name: text }).getByRole('button', { name: 'Скрыть' }).click();
  await bell(her.page).click();
  await her.page.getByRole('button', { name: new RegExp(`^Отложить или узнать.*${text}`) }).click();
  await her.page.getByRole('button', { name: 'Почему не пришло?' }).click();
  const why = (page) => page.getByRole('dialog', { name: 'Почему не пришло уведомление?' });
  await why(her.page).getByText(text).waitFor();
  assert.ok((await why(her.page).locator('ol > li').count()) >= 2);
  const olga = await pageOf(browser, 'olga');
  await olga.goto(`${url}/notifications`);
  await olga.getByLabel('Чьи').selectOption(her.person.id);
  await olga.getByRole('button', { name: new RegExp(`^Почему не пришло: .*${text}`) }).click();
  await why(olga).getByText(text).waitFor();
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
