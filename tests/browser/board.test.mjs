import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Person } from './support/api.mjs';
import { card, cardIn, openBrowser, pageOf } from './support/browser.mjs';
import { eventually } from './support/eventually.mjs';

const browser = await openBrowser();
const anna = await Person.logIn('anna');
const page = await pageOf(browser, 'anna');

const countOf = async (stage) => {
  const text = await page.locator(`section[data-stage=${stage}] header`).innerText();
  return Number(/(\d+) сдел/.exec(text)[1]);
};

// As the service counts it.
async function keptCount(stage) {
  const request = { pipeline: 'first_sales', responsibleUserId: anna.id };
  const { totals = [] } = await anna.call('DealService/ListStageTotals', request);
  return totals.filter((total) => total.stage === stage).reduce((sum, { deals = 0 }) => sum + Number(deals), 0);
}

test('a card dragged to another column is moved', async () => {
  const deal = await anna.makeDeal('Перетащить');
  await card(page, deal).and(page.locator('[draggable=true]')).waitFor();
  await card(page, deal).dragTo(page.locator('section[data-stage=accepted] header'));
  await cardIn(page, 'accepted', deal).waitFor();
  await eventually(async () => (await anna.getDeal(deal)).stage === 'accepted');
});

test('counters follow the cards', async () => {
  const before = await keptCount('new');
  await eventually(async () => (await countOf('new')) === before);
  const deal = await anna.makeDeal('Посчитать');
  await eventually(async () => (await countOf('new')) === before + 1);
  await anna.move(deal, 'accepted');
  await eventually(async () => (await countOf('new')) === before);
});

test('a card can be moved with the keyboard alone', async () => {
  const deal = await anna.makeDeal('С клавиатуры');
  await card(page, deal).focus();
  await page.keyboard.press('m');
  await page.getByRole('group', { name: 'Этапы' }).waitFor();
  await eventually(() => page.evaluate(() => document.activeElement?.textContent?.startsWith('Принято')));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await cardIn(page, 'price_sent', deal).waitFor();
});

test('arrow keys go from card to card, Enter opens one, Esc returns to it', async () => {
  const lower = await anna.makeDeal('Нижняя');
  const upper = await anna.makeDeal('Верхняя');
  await card(page, upper).focus();
  await page.keyboard.press('ArrowDown');
  await eventually(() => page.evaluate((id) => document.activeElement?.dataset.deal === id, lower.id));
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Нижняя' });
  await dialog.waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  await eventually(() => page.evaluate((id) => document.activeElement?.dataset.deal === id, lower.id));
});

test('a deal without a name is added as «Сделка #n»', async () => {
  await page.getByRole('button', { name: 'Новая сделка в этапе «Новая заявка»' }).click();
  await page.getByRole('textbox', { name: 'Название сделки' }).press('Enter');
  await eventually(async () => {
    const names = await page.locator('section[data-stage=new] article').allInnerTexts();
    return names.some((text) => /^Сделка #\d+/.test(text));
  });
});

test('a deal cannot be lost without a reason', async () => {
  const deal = await anna.makeDeal('Потерять');
  await card(page, deal).focus();
  await page.keyboard.press('m');
  await page.getByRole('group', { name: 'Этапы' }).getByText('Не реализовано').click();
  await page.getByRole('button', { name: 'Закрыть сделку' }).click();
  await page.getByText('Укажите причину отказа.').waitFor();
  assert.equal((await anna.getDeal(deal)).stage, 'new');
  await page.getByLabel('Причина').selectOption('spam');
  await page.getByRole('button', { name: 'Закрыть сделку' }).click();
  await eventually(async () => (await anna.getDeal(deal)).lossReason === 'spam');
});

test('a refused move goes back, with the service’s explanation', async () => {
  const boris = await Person.logIn('boris');
  const deal = await boris.makeDeal('Чужая');
  await page.getByText('Все', { exact: true }).click();
  await card(page, deal).and(page.locator('[draggable=true]')).waitFor();
  await card(page, deal).dragTo(page.locator('section[data-stage=accepted] header'));
  await page.getByRole('status').getByText(/Борис/).waitFor();
  await cardIn(page, 'new', deal).waitFor();
  await page.getByText('Мои', { exact: true }).click();
});

test('six of the stages fit at 1440 px, and a collapsed one stays so', async () => {
  const page = await pageOf(browser, 'anna');
  const columns = page.locator('section[data-stage]');
  await columns.first().waitFor();
  const widest = Math.max(...(await columns.evaluateAll((all) => all.map((column) => column.getBoundingClientRect().width))));
  const count = await columns.count();
  assert.ok(count < 6 || widest < 192, `${widest} px`);
  await page.getByRole('button', { name: 'Свернуть этап «Не реализовано»' }).click();
  await page.reload();
  await page.getByRole('button', { name: 'Развернуть этап «Не реализовано»' }).click();
  await page.getByRole('button', { name: 'Свернуть этап «Не реализовано»' }).waitFor();
});
