// Where users decide how they are told of what: turning pushes on, devices, preferences; and what comes of it.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { Person } from './support/api.mjs';
import { openBrowser, pageOf, url } from './support/browser.mjs';
import { eventually } from './support/eventually.mjs';
import { bell, devicesOf, hiring, listed, reminded, turnOn } from './support/push_people.mjs';
import { push, showing, subscribedAt } from './support/pushes.mjs';

const browser = await openBrowser();
const admin = await Person.logIn('admin');
const newcomer = hiring(browser, admin);

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

test('a question of the browser that was closed can be asked again', async () => {
  const her = await newcomer('Агния');
  await her.page.addInitScript(() => {
    Object.defineProperty(Notification, 'permission', { get: () => 'default' });
    Notification.requestPermission = async () => 'default';
  });
  await her.page.goto(`${url}/notifications`);
  const button = her.page.getByRole('button', { name: 'Включить' });
  await button.click();
  await her.page.getByRole('alert').getByText('Вы закрыли вопрос браузера').waitFor();
  // The page looks after its pushes a moment after it has come.
  await her.page.waitForTimeout(3_500);
  await her.page.getByRole('alert').getByText('Вы закрыли вопрос браузера').waitFor();
  await button.click();
  assert.deepEqual(await devicesOf(her.person), []);
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
  await invitation.waitFor();
  // The list invites as well: one of them is enough.
  await bell(her.page).click();
  await her.page.getByRole('dialog').getByText('Узнавать о заявках').waitFor();
  assert.equal(await her.page.getByText('Узнавать о заявках').count(), 1);
  await her.page.keyboard.press('Escape');
  await invitation.getByRole('button', { name: 'Не сейчас' }).click();
  await invitation.waitFor({ state: 'hidden' });
  await bell(her.page).click();
  await her.page.getByRole('button', { name: 'Настроить уведомления' }).waitFor();
  assert.equal(await her.page.getByText('Узнавать о заявках').count(), 0);
  assert.equal(await subscribedAt(her.page), undefined);
});

test('the list of devices asks once, and removes', async () => {
  const her = await newcomer('Вика');
  await turnOn(her);
  const row = her.page.locator('[data-device]');
  await row.getByText(/добавлено: сегодня/).waitFor();
  const asked = her.page.getByRole('dialog', { name: 'Удалить устройство?' });
  await row.getByRole('button', { name: /^Удалить/ }).click();
  await asked.getByRole('button', { name: 'Отмена' }).click();
  await asked.waitFor({ state: 'hidden' });
  assert.equal((await devicesOf(her.person)).length, 1);
  await row.getByRole('button', { name: /^Удалить/ }).click();
  await asked.getByText('это устройство').waitFor();
  await asked.getByRole('button', { name: 'Удалить' }).click();
  await row.waitFor({ state: 'hidden' });
  await her.page.getByRole('button', { name: 'Включить' }).waitFor();
  assert.equal(await subscribedAt(her.page), undefined);
});

// The id of the notification in an answer of TestDevice, which comes as gRPC-Web: five bytes, then the message.
function testedIn(body) {
  const [tag, ...rest] = body.subarray(5);
  assert.equal(tag, 8);
  const length = rest.findIndex((byte) => byte < 128) + 1;
  return String(rest.slice(0, length).reduceRight((id, byte) => id * 128n + BigInt(byte & 127), 0n));
}

test('a test tells what becomes of it, until the device has shown it', async () => {
  const her = await newcomer('Злата');
  await turnOn(her);
  const row = her.page.locator('[data-device]').filter({ hasText: 'это устройство' });
  const answer = her.page.waitForResponse('**/TestDevice');
  await row.getByRole('button', { name: /^Проверить/ }).click();
  const status = row.getByRole('status');
  await status.filter({ hasText: /\S/ }).waitFor();
  const notificationId = testedIn(await (await answer).body());
  // Here no push service is reached, which is told first.
  const before = await eventually(async () => {
    const text = await status.innerText();
    return text !== 'Отправляем проверочное уведомление…' && text;
  });
  await push(her.page, { notificationId, occurrence: 1, kind: 'KIND_TEST', text: 'Проверка', sessionId: her.sessionId });
  await showing(her.context, 'Проверка');
  await eventually(async () => /^Показано/.test(await status.innerText()));
  assert.doesNotMatch(before, /^Показано/);
  await eventually(async () => (await row.getByRole('button', { name: /^Проверить/ }).isEnabled()));
});

test('a device tells in the reader’s language why nothing reaches it', async () => {
  const her = await newcomer('Мила');
  const { id } = await turnOn(her);
  await her.person.notifier('DeviceService/TestDevice', { requestId: randomUUID(), deviceId: id });
  // After the fourth attempt.
  const problem = await eventually(async () => (await devicesOf(her.person))[0].problem, { timeoutMs: 90_000, everyMs: 500 });
  assert.match(problem, /^Уведомления не доходят: [а-яё ]+$/);
  await her.page.reload();
  await her.page.locator('[data-device]').getByText(problem).waitFor();
});

test('too many tests are refused in words', async () => {
  const her = await newcomer('Снежана');
  const { id } = await turnOn(her);
  for (let count = 0; count < 10; count += 1) {
    await her.person.notifier('DeviceService/TestDevice', { requestId: randomUUID(), deviceId: id });
  }
  const row = her.page.locator('[data-device]');
  await row.getByRole('button', { name: /^Проверить/ }).click();
  await row.getByRole('alert').waitFor();
  assert.equal(await row.getByRole('status').innerText(), '');
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

test('what is snoozed is put off anew, or hidden, in the list', async () => {
  const her = await newcomer('Глафира');
  const text = `Снова ${Date.now()}`;
  const { state, told } = await reminded(her, text);
  await her.page.getByRole('alertdialog', { name: text }).getByRole('button', { name: 'Через 15 минут' }).click();
  await eventually(async () => (await state()) === 'STATE_SNOOZED');
  const first = (await told()).snoozeTime;
  await bell(her.page).click();
  const list = her.page.getByRole('dialog');
  await list.getByRole('button', { name: new RegExp(`^Отложить или узнать.*${text}`) }).click();
  await list.getByRole('button', { name: 'Через час' }).click();
  await eventually(async () => (await told()).snoozeTime > first);
  await list.getByRole('button', { name: 'Скрыть' }).click();
  await eventually(async () => (await state()) === 'STATE_ACKNOWLEDGED');
  await list.getByRole('button', { name: 'Скрыть' }).waitFor({ state: 'hidden' });
  await list.getByRole('button', { name: 'Почему не пришло?' }).waitFor();
});

test('whether pushes name clients is decided by admins, for the whole company', async () => {
  const account = () => admin.call('AccountService/GetAccount', {});
  const { pushDetails = false } = await account();
  const page = await pageOf(browser, 'admin');
  await page.goto(`${url}/notifications`);
  const box = page.getByRole('checkbox', { name: /^Имена клиентов и сделок/ });
  for (const chosen of [!pushDetails, pushDetails]) {
    await box.setChecked(chosen);
    await eventually(async () => ((await account()).pushDetails ?? false) === chosen);
    await eventually(() => box.isEnabled());
    assert.equal(await box.isChecked(), chosen);
  }
  const her = await newcomer('Рената');
  await her.page.goto(`${url}/notifications`);
  await her.page.locator('[data-kind]').first().waitFor();
  assert.equal(await her.page.getByText('Имена клиентов и сделок').count(), 0);
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
  assert.match(await why(her.page).locator('ol time').first().innerText(), /, \d\d:\d\d:\d\d$/);
  const olga = await pageOf(browser, 'olga');
  await olga.goto(`${url}/notifications`);
  await olga.getByLabel('Чьи').selectOption(her.person.id);
  await olga.getByRole('button', { name: new RegExp(`^Почему не пришло: .*${text}`) }).click();
  await why(olga).getByText(text).waitFor();
});
