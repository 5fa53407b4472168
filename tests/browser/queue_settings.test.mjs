// Where heads of sales and admins decide who is offered what.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { newPhone, Person } from './support/api.mjs';
import { openBrowser, pageOf, url } from './support/browser.mjs';
import { eventually } from './support/eventually.mjs';
import { invite } from './support/newcomers.mjs';
import { StoryPipeline } from './support/pipelines.mjs';

const browser = await openBrowser();
const [admin, olga] = [await Person.logIn('admin'), await Person.logIn('olga')];
const [anna, boris, vera] = await Promise.all(['anna', 'boris', 'vera'].map((who) => Person.logIn(who)));
const { users } = await admin.call('UserService/ListUsers', { pageSize: 1000 });
const nameOf = ({ id }) => users.find((user) => user.id === id).displayName;
// Ends with its queues, so that other stories do not meet them.
const story = await StoryPipeline.create(admin, `queues_${Date.now()}`, 'Воронка для проб');

const queueOf = async (stage) => {
  const { queues = [] } = await olga.queues('ListQueues', { pageSize: 1000 });
  return queues.find((queue) => queue.pipeline === story.key && queue.stage === stage);
};
const makeQueue = (stage, members, more = {}) => {
  const queue = { pipeline: story.key, stage, memberUserIds: members.map(({ id }) => id), escalateToUserIds: [olga.id], ...more };
  return olga.queues('CreateQueue', { requestId: randomUUID(), queue });
};
const updateQueue = (queue, change) =>
  olga.queues('UpdateQueue', { requestId: randomUUID(), queueId: queue.id, queue: { ...queue, ...change } });
const removeQueue = async (stage) => {
  const queue = await queueOf(stage);
  if (queue) await olga.queues('DeleteQueue', { requestId: randomUUID(), queueId: queue.id });
};

async function inquire() {
  const inquiry = { source: 'SOURCE_SITE', clientName: 'Ирина Соколова', phone: newPhone(), text: 'Сколько стоит?' };
  const { dealId } = await admin.change('InquiryService/SubmitInquiry', { inquiry, pipeline: story.key });
  return { id: dealId };
}
const onOffer = (deal) =>
  eventually(async () => {
    const found = await admin.getDeal(deal);
    return found.offerDeadline && found;
  });
const isWaiting = (deal) =>
  eventually(async () => {
    const { responsibleUserId = '0', offerDeadline } = await admin.getDeal(deal);
    return responsibleUserId === '0' && !offerDeadline;
  });

async function settings(who = 'olga', stage = undefined) {
  const page = await pageOf(browser, who);
  await page.goto(`${url}/settings/queues${stage ? `/${story.key}-${stage}` : ''}`);
  await page.locator('main h1').waitFor();
  return page;
}
const place = (page, stage) => page.locator(`[data-place="${story.key}-${stage}"]`);
const members = (page) => page.getByRole('region', { name: 'Участники' });
const press = (page, name) => page.getByRole('button', { name, exact: true }).click();
const save = async (page) => {
  await press(page, 'Сохранить');
  await page.getByRole('status').getByText('Очередь сохранена').first().waitFor();
};

async function add(page, names) {
  await press(page, 'Добавить участника');
  for (const name of names) await members(page).getByRole('group').getByRole('button', { name, exact: true }).click();
  await press(page, 'Готово');
}

test('a head of sales makes a queue, orders its members, and the next inquiry goes to the first', async () => {
  const page = await settings();
  await page.getByRole('navigation').getByRole('link', { name: 'Очереди' }).waitFor();
  await place(page, 'new').getByText('без очереди').waitFor();
  await place(page, 'new').getByRole('link', { name: 'Создать очередь этапа «Новая заявка»' }).click();
  await add(page, [nameOf(anna), nameOf(boris), nameOf(vera)]);
  // By the keyboard, from the end to the beginning.
  await members(page).getByRole('button', { name: `«${nameOf(vera)}» выше` }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await press(page, 'Создать очередь');
  await page.getByRole('status').getByText('Очередь этапа «Новая заявка» создана').first().waitFor();
  const queue = await queueOf('new');
  assert.deepEqual(queue.memberUserIds, [vera.id, anna.id, boris.id]);
  assert.deepEqual([queue.takeWithin, queue.escalateToUserIds], ['300s', [olga.id]]);
  assert.equal((await onOffer(await inquire())).responsibleUserId, vera.id);
  await page.getByRole('link', { name: 'Все очереди' }).click();
  await place(page, 'new').getByText('3 участника · взять за 5 минут').waitFor();
  await page.context().close();
  await removeQueue('new');
});

test('members change places by dragging, and leave', async () => {
  await makeQueue('new', [anna, boris, vera]);
  const page = await settings('olga', 'new');
  const row = (person) => members(page).locator(`[data-person="${person.id}"]`);
  await row(vera).getByText(nameOf(vera)).dragTo(row(anna));
  await members(page).getByRole('button', { name: `Убрать из списка: ${nameOf(boris)}` }).click();
  await save(page);
  assert.deepEqual((await queueOf('new')).memberUserIds, [vera.id, anna.id]);
  await page.context().close();
  await removeQueue('new');
});

test('a queue that nobody could take from is refused at its field', async () => {
  const invited = await invite(admin, `Пётр Приглашённый ${Date.now()}`);
  const page = await settings('olga', 'work');
  await press(page, 'Создать очередь');
  await members(page).getByRole('alert').getByText('Добавьте хотя бы одного участника').waitFor();
  await add(page, [invited.displayName]);
  await members(page).locator(`[data-person="${invited.id}"]`).getByText(/приглаш/i).last().waitFor();
  await press(page, 'Создать очередь');
  await members(page).getByRole('alert').getByText('предлагать сделки некому').waitFor();
  const time = page.getByLabel('Сколько времени, чтобы взять: число');
  await time.fill('8');
  await page.getByLabel('Сколько времени, чтобы взять: единица').selectOption({ label: 'дней' });
  await press(page, 'Создать очередь');
  await page.getByText('Напишите число: от 1 секунды до 7 дней').waitFor();
  assert.equal(await queueOf('work'), undefined);
  // Nothing that was typed is lost, even over a reload.
  await page.reload();
  await page.getByText('Восстановлен черновик').waitFor();
  assert.equal(await time.inputValue(), '8');
  await press(page, 'Не создавать');
  await place(page, 'work').getByText('без очереди').waitFor();
});

test('a paused queue keeps what comes until it goes on', async () => {
  await makeQueue('new', [anna]);
  const page = await settings('olga', 'new');
  const pause = page.getByLabel('Приостановить очередь');
  await pause.check();
  await save(page);
  const deal = await inquire();
  await page.getByRole('link', { name: 'Все очереди' }).click();
  await place(page, 'new').getByText('на паузе').waitFor();
  await isWaiting(deal);
  await place(page, 'new').getByRole('link').click();
  await pause.uncheck();
  await save(page);
  assert.equal((await onOffer(deal)).responsibleUserId, anna.id);
  await page.context().close();
  await removeQueue('new');
});

test('two people who change a queue do not undo each other’s work', async () => {
  const queue = await makeQueue('new', [anna, boris]);
  const page = await settings('olga', 'new');
  await page.getByLabel('Сколько времени, чтобы взять: число').fill('10');
  await updateQueue(queue, { memberUserIds: [anna.id, boris.id, vera.id] });
  await press(page, 'Сохранить');
  await page.getByRole('alert').getByText('очередь изменил или удалил кто-то ещё').waitFor();
  const theirs = members(page).locator(`[data-person="${vera.id}"]`);
  // The other version may still be on its way.
  await eventually(async () => {
    const load = page.getByRole('button', { name: 'Загрузить' });
    if (await load.isVisible()) await load.click();
    return theirs.isVisible();
  });
  await save(page);
  const { takeWithin, memberUserIds } = await queueOf('new');
  assert.deepEqual([takeWithin, memberUserIds], ['600s', [anna.id, boris.id, vera.id]]);
  await page.context().close();
  await removeQueue('new');
});

test('who deletes a queue reads first what becomes of its inquiries', async () => {
  await makeQueue('new', [anna]);
  const before = await onOffer(await inquire());
  const page = await settings('olga', 'new');
  await press(page, 'Удалить очередь');
  const dialog = page.getByRole('dialog');
  await dialog.getByText('можно взять до их срока').waitFor();
  await dialog.getByRole('button', { name: 'Отмена' }).click();
  assert.ok(await queueOf('new'));
  await press(page, 'Удалить очередь');
  await dialog.getByRole('button', { name: 'Удалить', exact: true }).click();
  await place(page, 'new').getByText('без очереди').waitFor();
  assert.equal(await queueOf('new'), undefined);
  assert.equal((await admin.getDeal(before)).offerDeadline, before.offerDeadline);
});

test('a manager has no such screen', async () => {
  const page = await settings('anna');
  await page.getByText('для администраторов и руководителей отдела продаж').waitFor();
  assert.equal(await page.getByRole('navigation').getByText('Очереди').count(), 0);
  assert.equal(await page.locator('[data-place]').count(), 0);
});
