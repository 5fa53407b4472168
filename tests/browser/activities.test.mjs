// Calls, messages and meetings: noted on the card of a deal, and counted as attempts to reach the client.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Person } from './support/api.mjs';
import { card, gone, goOffline, openBrowser, pageOf, unsent, url } from './support/browser.mjs';
import { eventually } from './support/eventually.mjs';
import { openDeal } from './support/field_rows.mjs';
import { StoryPipeline } from './support/pipelines.mjs';

const browser = await openBrowser();
const [admin, anna] = [await Person.logIn('admin'), await Person.logIn('anna')];
const key = `activities_${Date.now()}`;
const pipeline = await StoryPipeline.create(admin, key, 'Дозвониться');

const buttonsIn = (dialog) => dialog.getByRole('group', { name: 'Связь с клиентом' });
const press = (dialog, name) => buttonsIn(dialog).getByRole('button', { name, exact: true }).click();
const rowsIn = (dialog) => dialog.locator('li[data-kind=ACTIVITY]');
const row = (dialog, text) => rowsIn(dialog).filter({ hasText: text });
const notedIn = async (deal) => (await anna.call('ActivityService/ListActivities', { dealId: deal.id })).activities ?? [];
const note = (deal, activity = {}) =>
  anna.change('ActivityService/CreateActivity', { activity: { dealId: deal.id, kind: 'KIND_CALL', ...activity } });

async function opened(deal, who = 'anna') {
  const page = await pageOf(browser, who);
  return { page, dialog: await openDeal(page, deal) };
}

test('one press notes what was done, and a colleague sees it at once', async () => {
  const deal = await anna.makeDeal('В одно нажатие');
  const { page, dialog } = await opened(deal);
  const { page: colleagues, dialog: theirs } = await opened(deal, 'olga');
  for (const [name, told] of [
    ['Не дозвонился', 'Звонок: не дозвонились'],
    ['Дозвонился', 'Звонок: дозвонились'],
    ['Написал', 'Написали клиенту'],
    ['Встреча', 'Встреча с клиентом'],
  ]) {
    await press(dialog, name);
    for (const seen of [dialog, theirs]) await row(seen, told).waitFor();
  }
  const noted = await notedIn(deal);
  assert.deepEqual(noted.map(({ kind, reached = false }) => [kind, reached]), [
    ['KIND_MEETING', true],
    ['KIND_MESSAGE', false],
    ['KIND_CALL', true],
    ['KIND_CALL', false],
  ]);
  assert.ok(noted.every(({ userId, direction }) => userId === anna.id && direction === 'DIRECTION_OUTGOING'));
});

test('more can be said of an activity, corrected and taken back', async () => {
  const deal = await anna.makeDeal('Подробно');
  const { page, dialog } = await opened(deal);
  await press(dialog, 'Подробнее');
  const form = page.getByRole('dialog', { name: 'Что было с клиентом?' });
  await form.getByLabel('Что было', { exact: true }).selectOption({ label: 'Звонок' });
  await form.getByLabel('Канал').selectOption({ label: 'Мессенджер' });
  await form.getByLabel('Сколько минут').fill('пять');
  await form.getByLabel('Что обсудили').fill('Просит прайс');
  await form.getByLabel('Возражение').fill('Дорого');
  await form.getByRole('button', { name: 'Отметить' }).click();
  await form.getByText('Напишите, сколько минут: не больше суток').waitFor();
  await form.getByLabel('Сколько минут').fill('5');
  await form.getByRole('button', { name: 'Отметить' }).click();
  await row(dialog, 'Звонок: дозвонились · Мессенджер · 5 мин').waitFor();
  await row(dialog, 'Просит прайс').getByText('Возражение: Дорого').waitFor();
  const [noted] = await notedIn(deal);
  assert.deepEqual([noted.channel, noted.duration, noted.objection], ['CHANNEL_MESSENGER', '300s', 'Дорого']);

  await dialog.getByRole('button', { name: 'Изменить: Звонок: дозвонились' }).click();
  const known = page.getByRole('dialog', { name: 'Связь с клиентом' });
  await known.getByLabel('Кто связался').selectOption({ label: 'Клиент' });
  await known.getByRole('button', { name: 'Сохранить' }).click();
  await row(dialog, 'Клиент позвонил · Мессенджер · 5 мин').waitFor();
  await dialog.locator('li[data-kind=ACTIVITY_UPDATED]').getByText('Исправлена запись «Звонок: дозвонились»').waitFor();
  const [corrected] = await notedIn(deal);
  assert.deepEqual([corrected.time, corrected.duration], [noted.time, noted.duration], 'as exact as before');

  await dialog.getByRole('button', { name: 'Изменить: Клиент позвонил' }).click();
  await known.getByRole('button', { name: 'Удалить' }).click();
  await known.getByText('Удалить эту запись?').waitFor();
  await known.getByRole('button', { name: 'Оставить' }).click();
  assert.equal((await notedIn(deal)).length, 1);
  await known.getByRole('button', { name: 'Удалить' }).click();
  await known.getByRole('button', { name: 'Удалить' }).click();
  await row(dialog, 'Связь с клиентом: запись удалена').getByText('Просит прайс').waitFor();
  await dialog.locator('li[data-kind=ACTIVITY_DELETED]').getByText('Удалена запись «Клиент позвонил»').waitFor();
  assert.deepEqual(await notedIn(deal), []);
});

test('a time to come is refused at its field, and what was typed outlives the dialog', async () => {
  const deal = await anna.makeDeal('Ещё не было');
  const { page, dialog } = await opened(deal);
  await press(dialog, 'Подробнее');
  const form = page.getByRole('dialog', { name: 'Что было с клиентом?' });
  await form.getByLabel('Что обсудили').fill('Завтра встретимся');
  await form.getByLabel('Когда').fill('2099-01-01T10:00');
  await form.getByRole('button', { name: 'Отметить' }).click();
  await form.getByText('Это время ещё не наступило.').waitFor();
  await form.getByRole('button', { name: 'Отмена' }).click();
  await press(dialog, 'Подробнее');
  assert.equal(await form.getByLabel('Что обсудили').inputValue(), 'Завтра встретимся');
  assert.deepEqual(await notedIn(deal), []);
});

test('only whoever noted it and their head may change it, and others note nothing in the deal', async () => {
  const deal = await anna.makeDeal('Чужая отметка');
  await note(deal);
  const { page: heads, dialog: ofHead } = await opened(deal, 'olga');
  await ofHead.getByRole('button', { name: /^Изменить: Звонок/ }).waitFor();
  const { page: others, dialog: ofBoris } = await opened(deal, 'boris');
  await row(ofBoris, 'Звонок: не дозвонились').waitFor();
  assert.equal(await ofBoris.getByRole('button', { name: /^Изменить: Звонок/ }).count(), 0);
  assert.equal(await buttonsIn(ofBoris).count(), 0);
});

test('a call without a connection is kept, and noted once, at its own time, when the connection is back', async () => {
  const deal = await anna.makeDeal('Позвонить без связи');
  const { page, dialog } = await opened(deal);
  await buttonsIn(dialog).waitFor();
  await goOffline(page);
  const before = Date.now();
  await press(dialog, 'Не дозвонился');
  await page.getByRole('status').getByText('Ждёт отправки: 1 отметка о связи с клиентом').waitFor();
  await dialog.getByText('Ждёт отправки: Звонок: не дозвонились').waitFor();
  const after = Date.now();
  await page.waitForTimeout(2_000);

  await page.context().setOffline(false);
  await row(dialog, 'Звонок: не дозвонились').waitFor();
  await gone(unsent(page));
  const noted = await notedIn(deal);
  assert.equal(noted.length, 1);
  const time = Date.parse(noted[0].time);
  // The clocks of the two agree to a second.
  assert.ok(time > before - 1_500 && time < after + 1_500, noted[0].time);
});

const threeTimes = { binding: 'BINDING_ENTER', attempts: { atLeast: 3 } };

async function askToLose(page, deal) {
  await page.goto(`${url}/board/${key}`);
  await card(page, deal).focus();
  await page.keyboard.press('m');
  await page.getByRole('group', { name: 'Этапы' }).getByText('Отказ').click();
}

test('a deal is lost only after three attempts in vain', async () => {
  await pipeline.setRules({ lost: [threeTimes] });
  const deal = await anna.makeDeal('Три попытки', { pipeline: key, stage: 'work' });
  await note(deal);
  await note(deal, { reached: true });
  await note(deal, { direction: 'DIRECTION_INCOMING' });
  const page = await pageOf(browser, 'anna');
  await askToLose(page, deal);
  const told = page.getByRole('dialog', { name: 'На этап «Отказ» перенести нельзя' });
  await told.getByText('Сначала попробуйте связаться с клиентом: попыток 1 из 3.').waitFor();
  await told.getByRole('button', { name: 'Понятно' }).click();
  assert.equal((await anna.getDeal(deal)).stage, 'work');

  const dialog = await openDeal(page, deal);
  await press(dialog, 'Не дозвонился');
  await eventually(async () => (await notedIn(deal)).length === 4);
  await press(dialog, 'Написал');
  await eventually(async () => (await notedIn(deal)).length === 5);
  await askToLose(page, deal);
  const loss = page.getByRole('dialog', { name: 'Почему сделка не состоялась?' });
  await loss.locator('select').selectOption('price');
  await loss.getByRole('button', { name: 'Закрыть сделку' }).click();
  await eventually(async () => (await anna.getDeal(deal)).stage === 'lost');
});

test('the card says how many attempts the next stage still asks for', async () => {
  await pipeline.setRules({ work: [{ binding: 'BINDING_LEAVE', exceptLost: true, attempts: { atLeast: 2 } }] });
  const deal = await anna.makeDeal('Сколько осталось', { pipeline: key, stage: 'work' });
  const { page, dialog } = await opened(deal);
  await dialog.getByText('попыток 0 из 2').waitFor();
  await press(dialog, 'Не дозвонился');
  await dialog.getByText('попыток 1 из 2').waitFor();
  await press(dialog, 'Написал');
  await gone(dialog.getByText(/попыток \d из 2/));
});
