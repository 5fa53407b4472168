import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Person } from './support/api.mjs';
import { openBrowser, pageOf, url } from './support/browser.mjs';
import { eventually } from './support/eventually.mjs';
import { pageWithNotifications, systemNotifications } from './support/system_notifications.mjs';

const browser = await openBrowser();
const vera = await Person.logIn('vera');

async function remindSoon(deal, text) {
  const dueTime = new Date(Date.now() + 2_000).toISOString();
  const reminders = { before: ['0s'] };
  await vera.change('TaskService/CreateTask', { task: { dealId: deal.id, text, dueTime, reminders } });
}

async function reminded(text) {
  const deal = await vera.makeDeal(`О чём: ${text}`);
  const page = await pageOf(browser, 'vera');
  await remindSoon(deal, text);
  const popup = page.getByRole('alertdialog', { name: text });
  await popup.waitFor();
  return { page, popup, deal };
}

test('a reminder pops up and opens its deal', async () => {
  const { page, popup, deal } = await reminded(`Позвонить ${Date.now()}`);
  await popup.getByRole('button', { name: 'Открыть' }).click();
  await page.getByRole('dialog', { name: deal.name }).waitFor();
  await popup.waitFor({ state: 'hidden' });
});

for (const answer of ['Через 15 минут', 'Скрыть']) {
  test(`«${answer}» ends a reminder on every device`, async () => {
    const other = await pageOf(browser, 'vera');
    const { popup } = await reminded(`${answer} ${Date.now()}`);
    const same = other.getByRole('alertdialog', { name: new RegExp(await popup.getAttribute('aria-label')) });
    await same.waitFor();
    await popup.getByRole('button', { name: answer }).click();
    await popup.waitFor({ state: 'hidden' });
    await same.waitFor({ state: 'hidden' });
  });
}

test('a double click on the arrow shows the other times and chooses none', async () => {
  const { popup } = await reminded(`Дважды ${Date.now()}`);
  await popup.getByRole('button', { name: 'Отложить на другое время' }).dblclick();
  await popup.getByRole('button', { name: 'Через час' }).waitFor();
  await popup.getByRole('button', { name: 'Скрыть' }).click({ delay: 1_100 });
  await popup.waitFor({ state: 'hidden' });
});

test('a reminder completes its task, and stays until that is done', async () => {
  const { page, popup, deal } = await reminded(`Выполнить ${Date.now()}`);
  const text = await popup.innerText();
  await popup.getByRole('button', { name: 'Завершить' }).click();
  const form = page.getByRole('dialog', { name: /^Завершить: / });
  await form.getByLabel('Результат').fill('Договорились');
  await popup.waitFor({ state: 'hidden' });
  await page.keyboard.press('Escape');
  await form.waitFor({ state: 'hidden' });
  const { notifications } = await vera.inbox('ListNotifications', { pageSize: 50 });
  assert.equal(notifications.find((one) => text.includes(one.text)).state, 'STATE_UNREAD');

  await page.goto(`${url}/deals/${deal.id}`);
  await page.getByRole('button', { name: /^Завершить: Выполнить/ }).click();
  assert.equal(await form.getByLabel('Результат').inputValue(), 'Договорились');
  await form.getByLabel('Запланировать следующую').uncheck();
  await form.getByRole('button', { name: 'Завершить', exact: true }).click();
  await form.waitFor({ state: 'hidden' });
  await eventually(async () => {
    const { tasks = [] } = await vera.call('TaskService/ListTasks', { dealId: deal.id, state: 'STATE_COMPLETED' });
    return tasks.length === 1;
  });
  await eventually(async () => {
    const inbox = await vera.inbox('ListNotifications', { pageSize: 50 });
    return inbox.notifications.find((one) => text.includes(one.text)).state === 'STATE_ACKNOWLEDGED';
  });
});

// As a browser reports a tab behind another. Without a screen, all tabs are in front.
async function putIntoBackground(page) {
  await page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { value: true, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  });
}

test('a reminder is a system notification only while no tab is visible', async () => {
  const page = await pageWithNotifications(browser, 'vera');
  const deal = await vera.makeDeal('За другой вкладкой');
  const [seen, unseen] = [`Видно ${Date.now()}`, `Не видно ${Date.now()}`];
  await remindSoon(deal, seen);
  await page.getByRole('alertdialog', { name: seen }).waitFor();
  await putIntoBackground(page);
  await remindSoon(deal, unseen);
  const shown = await eventually(async () => {
    const found = (await systemNotifications(page)).filter(({ body }) => [seen, unseen].some((text) => body.includes(text)));
    return found.length > 0 && found;
  });
  assert.equal(shown.length, 1);
  assert.match(shown[0].body, new RegExp(unseen));
  // This browser shows two.
  assert.deepEqual(shown[0].actions, ['ACTION_COMPLETE', 'ACTION_SNOOZE']);
});
