// The day's work without a mouse.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Person } from './support/api.mjs';
import { card, openBrowser, pageOf, url } from './support/browser.mjs';
import { eventually } from './support/eventually.mjs';

const managers = ['anna', 'boris', 'vera'];
const browser = await openBrowser();

const hasFocus = (locator) => locator.evaluate((element) => element === document.activeElement);

// As far as the Tab key leads before it comes round.
async function tabTo(page, locator) {
  for (let presses = 0; presses < 80; presses += 1) {
    if ((await locator.count()) && (await hasFocus(locator.first()))) return;
    await page.keyboard.press('Tab');
  }
  assert.fail(`the Tab key does not lead to ${locator}`);
}

// What has the focus is seen to have it.
async function assertOutlined(page) {
  const { style, width } = await page.evaluate(() => {
    const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement);
    return { style: outlineStyle, width: parseFloat(outlineWidth) };
  });
  assert.ok(style !== 'none' && width >= 1, `${style} ${width}`);
}

test('a deal is created with the keyboard', async () => {
  const page = await pageOf(browser, 'anna');
  await tabTo(page, page.getByRole('button', { name: 'Новая сделка в этапе «Принято в работу»' }));
  await assertOutlined(page);
  await page.keyboard.press('Enter');
  const name = `С клавиатуры ${Date.now()}`;
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  await page.locator('article').getByText(name).waitFor();
});

test('a task is completed with the keyboard', async () => {
  const anna = await Person.logIn('anna');
  const deal = await anna.makeDeal('Выполнить с клавиатуры');
  const dueTime = new Date(Date.now() + 1_800_000).toISOString();
  const text = `Сделать ${Date.now()}`;
  const task = await anna.change('TaskService/CreateTask', { task: { dealId: deal.id, text, dueTime, reminders: {} } });
  const page = await pageOf(browser, 'anna');
  await page.goto(`${url}/deals/${deal.id}`);
  await page.getByRole('dialog').getByText(text).first().waitFor();
  await tabTo(page, page.getByRole('button', { name: `Завершить: ${text}` }));
  await page.keyboard.press('Enter');
  const result = page.getByLabel('Результат');
  await eventually(() => hasFocus(result));
  await page.keyboard.type('Договорились');
  await tabTo(page, page.getByRole('checkbox', { name: 'Запланировать следующую' }));
  await page.keyboard.press('Space');
  await tabTo(page, page.getByRole('button', { name: 'Завершить', exact: true }));
  await assertOutlined(page);
  await page.keyboard.press('Enter');
  await result.waitFor({ state: 'hidden' });
  const { state } = await anna.call('TaskService/GetTask', { taskId: task.id });
  assert.equal(state, 'STATE_COMPLETED');
});

test('an offer is taken with the keyboard', async () => {
  const people = new Map(await Promise.all(managers.map(async (who) => [who, await Person.logIn(who)])));
  const deal = await people.get('anna').submitInquiry('Без мыши');
  const { responsibleUserId } = await eventually(async () => {
    const found = await people.get('anna').getDeal(deal);
    return found.offerDeadline && found;
  });
  const who = managers.find((manager) => people.get(manager).id === responsibleUserId);
  const page = await pageOf(browser, who);
  await card(page, deal).focus();
  await tabTo(page, card(page, deal).getByRole('button', { name: 'Взять в работу' }));
  await assertOutlined(page);
  await page.keyboard.press('Enter');
  await eventually(async () => !(await people.get(who).getDeal(deal)).offerDeadline);
  assert.equal((await people.get(who).getDeal(deal)).responsibleUserId, responsibleUserId);
});
