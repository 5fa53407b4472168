// Deals, contacts and tasks as tables: sorted, filtered, changed in their cells, by keyboard and live.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newPhone, Person } from './support/api.mjs';
import { gone, openBrowser, pageOf, url } from './support/browser.mjs';
import { clientsOf } from './support/companies.mjs';
import { eventually } from './support/eventually.mjs';
import { StoryPipeline } from './support/pipelines.mjs';

const browser = await openBrowser();
const anna = await Person.logIn('anna');
const admin = await Person.logIn('admin');
const key = `tables${Date.now()}`;
await StoryPipeline.create(admin, key, 'Таблица сделок');

const rubles = (sum) => ({ minor: String(sum * 100), currency: 'RUB' });
const made = (name, sum) =>
  anna.makeDeal(name, { pipeline: key, stage: 'work', amount: sum ? rubles(sum) : undefined, responsibleUserId: anna.id });
const deals = [await made('Кабель', 3_000), await made('Автоматы', 1_000), await made('Щиты', 2_000), await made('Гофра')];

const rowOf = (page, { id }) => page.locator(`[data-row="${id}"]`);
const cell = (page, deal, column) => rowOf(page, deal).locator(`[data-column="deal.${column}"]`);
const header = (page, column) => page.locator(`[role=columnheader][data-column="deal.${column}"]`);
const idsOf = (page) => page.locator('[data-row]').evaluateAll((rows) => rows.map(({ dataset }) => dataset.row));
const order = (...at) => at.map((index) => String(deals[index].id));
const focused = (page) => page.evaluate(() => document.activeElement?.dataset.at);
const hasRows = (page, ids) => eventually(async () => String(await idsOf(page)) === String(ids));

const tableOf = async (options) => {
  const page = await pageOf(browser, 'anna', options);
  await page.goto(`${url}/table/${key}`);
  await rowOf(page, deals[0]).waitFor();
  return page;
};

test('the board leads to its table, which counts what it shows', async () => {
  const page = await pageOf(browser, 'anna');
  await page.goto(`${url}/board/${key}`);
  await page.getByRole('radiogroup', { name: 'Вид' }).getByText('Таблица').click();
  await rowOf(page, deals[0]).waitFor();
  assert.equal(new URL(page.url()).pathname, `/table/${key}`);
  await page.getByText(/^Найдено 4, на сумму 6\s000/).waitFor();
  assert.equal(await page.getByRole('grid').getAttribute('aria-rowcount'), '5');
  await page.getByLabel('Воронка').selectOption({ label: 'Все воронки' });
  await page.getByRole('heading', { level: 1, name: 'Все сделки' }).waitFor();
  await rowOf(page, deals[0]).getByText('Таблица сделок').waitFor();
});

test('a header sorts up, down and not at all; deals without an amount come last either way', async () => {
  const page = await tableOf();
  await hasRows(page, order(3, 2, 1, 0));
  const amount = header(page, 'amount');
  assert.equal(await amount.getAttribute('aria-sort'), 'none');
  await amount.getByText('Сумма').click();
  await hasRows(page, order(1, 2, 0, 3));
  assert.equal(await amount.getAttribute('aria-sort'), 'ascending');
  await amount.getByText('Сумма').click();
  await hasRows(page, order(0, 2, 1, 3));
  assert.equal(await amount.getAttribute('aria-sort'), 'descending');
  await amount.getByText('Сумма').click();
  await hasRows(page, order(3, 2, 1, 0));
  await page.waitForTimeout(1_200); // the order is kept a little later
});

test('the keyboard goes from cell to cell and changes what it stands on', async () => {
  const page = await tableOf();
  await rowOf(page, deals[3]).locator('[data-column="deal.stage"]').click();
  await page.keyboard.press('Control+Home');
  assert.equal(await focused(page), '0:0');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  await page.keyboard.press('Home');
  assert.equal(await focused(page), '1:0');
  await page.keyboard.press('Control+End');
  assert.match(await focused(page), /^3:/);
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Enter');
  const input = rowOf(page, deals[3]).getByRole('textbox');
  await input.fill('Гофра 20 мм');
  await page.keyboard.press('Escape');
  await gone(input);
  assert.equal(await focused(page), '0:0');
  await page.keyboard.press('F2');
  await input.fill('Гофра 25 мм');
  await page.keyboard.press('Enter');
  await cell(page, deals[3], 'name').getByRole('link', { name: 'Гофра 25 мм' }).waitFor();
  await eventually(async () => (await anna.getDeal(deals[3])).name === 'Гофра 25 мм');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('dialog').getByText('Гофра 25 мм').first().waitFor();
});

test('what cannot be saved stays as it was typed, with the reason', async () => {
  const page = await tableOf();
  const amount = cell(page, deals[1], 'amount');
  await amount.dblclick();
  await amount.getByRole('textbox').fill('много');
  await page.keyboard.press('Enter');
  await amount.getByText(/^Напишите сумму/).waitFor();
  assert.equal(await amount.getByRole('textbox').inputValue(), 'много');
  await amount.getByRole('textbox').fill('1500');
  await page.keyboard.press('Enter');
  await amount.getByText(/1\s500/).waitFor();
  await eventually(async () => (await anna.getDeal(deals[1])).amount.minor === '150000');
  await anna.change('DealService/UpdateDeal', {
    ...{ dealId: deals[1].id, deal: { amount: rubles(1_000) }, updateMask: 'amount' },
  });
  await amount.getByText(/1\s000/).waitFor();
});

test('a cell that a colleague changes meanwhile asks what to do', async () => {
  const page = await tableOf();
  const name = cell(page, deals[2], 'name');
  await name.click({ position: { x: 3, y: 3 } });
  await page.keyboard.press('F2');
  await name.getByRole('textbox').fill('Щиты учёта');
  await anna.change('DealService/UpdateDeal', { dealId: deals[2].id, deal: { name: 'Щиты РУСП' }, updateMask: 'name' });
  await page.waitForTimeout(500); // the change has come
  await page.keyboard.press('Enter');
  await name.getByRole('button', { name: 'Заменить' }).click();
  await name.getByRole('link', { name: 'Щиты учёта' }).waitFor();
});

test('columns are chosen, put in order and kept', async () => {
  const page = await tableOf();
  await page.getByRole('button', { name: 'Столбцы' }).click();
  const dialog = page.getByRole('dialog', { name: 'Столбцы' });
  await dialog.getByLabel('Номер', { exact: true }).click();
  await dialog.getByRole('list', { name: 'Показаны' }).getByLabel('Номер', { exact: true }).waitFor();
  await dialog.getByRole('button', { name: 'Столбец «Номер»: левее' }).click();
  await page.keyboard.press('Escape');
  await header(page, 'id').waitFor();
  await header(page, 'stage').focus();
  await page.keyboard.press('Alt+ArrowDown');
  await page.getByRole('menuitem', { name: 'Убрать столбец' }).click();
  await gone(header(page, 'stage'));
  await page.waitForTimeout(1_200); // what was chosen is kept a little later
  await page.reload();
  await rowOf(page, deals[0]).waitFor();
  const names = await page.getByRole('columnheader').evaluateAll((all) => all.map(({ dataset }) => dataset.column));
  assert.equal(names.at(-2), 'deal.id');
  assert.ok(!names.includes('deal.stage'));
  await page.getByRole('button', { name: 'Столбцы' }).click();
  await page.getByRole('button', { name: 'Вернуть обычные столбцы' }).click();
  await page.keyboard.press('Escape');
  await header(page, 'stage').waitFor();
  await page.waitForTimeout(1_200);
});

test('a filter that nothing suits can be cleared', async () => {
  const page = await tableOf();
  await header(page, 'contact_id').focus();
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Только заполненные' }).click();
  await page.getByText('Под фильтр ничего не подходит').waitFor();
  await page.getByText('Найдено 0').waitFor();
  await page.getByRole('main').getByRole('button', { name: 'Сбросить фильтр' }).last().click();
  await rowOf(page, deals[0]).waitFor();
});

test('what colleagues add is hinted at, and comes when it is asked for', async () => {
  const page = await tableOf();
  const added = await made('Светильники', 500);
  await page.getByRole('button', { name: 'Есть новое. Обновить' }).click();
  await rowOf(page, added).waitFor();
});

test('a table that cannot be loaded says so, and loads when it is asked again', async () => {
  const page = await pageOf(browser, 'anna');
  const refusal = { 'content-type': 'application/grpc-web+proto', 'grpc-status': '9', 'grpc-message': 'no' };
  await page.route('**/FilterDeals', (route) => route.fulfill({ status: 200, headers: refusal }));
  await page.goto(`${url}/table/${key}`);
  await page.getByText('Не удалось загрузить').waitFor();
  await page.unroute('**/FilterDeals');
  await page.getByRole('button', { name: 'Повторить' }).click();
  await rowOf(page, deals[0]).waitFor();
});

test('on a phone the first column stays, and rows are as high as a finger', async () => {
  const page = await tableOf({ width: 390, height: 844 });
  const name = cell(page, deals[0], 'name');
  const before = await name.boundingBox();
  await page.getByRole('grid').evaluate((grid) => grid.scrollBy({ left: 300 }));
  await eventually(async () => (await header(page, 'amount').boundingBox()).x < 300);
  const after = await name.boundingBox();
  assert.equal(Math.round(after.x), Math.round(before.x));
  assert.ok((await rowOf(page, deals[0]).boundingBox()).height >= 44);
  assert.ok(after.width <= 390 / 2);
});

test('a phone of a contact is changed in its cell', async () => {
  const name = `Таблица ${Date.now()}`;
  const [first, second] = [newPhone(), newPhone()];
  const contact = await clientsOf(anna).makeContact(name, { phones: [first] });
  const page = await pageOf(browser, 'anna');
  await page.goto(`${url}/contacts`);
  const phones = rowOf(page, contact).locator('[data-column="contact.phones"]');
  await phones.dblclick({ position: { x: 180, y: 18 } });
  await phones.getByRole('textbox').fill(`${await phones.getByRole('textbox').inputValue()}, ${second}`);
  await page.keyboard.press('Enter');
  await phones.locator(`a[href="tel:${second}"]`).waitFor();
  const { phones: kept } = await anna.call('ContactService/GetContact', { contactId: contact.id });
  assert.deepEqual(kept, [first, second]);
});

test('tasks have a table, whose cells open what tasks open elsewhere', async () => {
  // The last of all.
  const dueTime = '2098-12-31T09:00:00Z';
  const text = `Проверить таблицу ${Date.now()}`;
  const task = await anna.change('TaskService/CreateTask', { task: { text, dealId: deals[0].id, dueTime } });
  const page = await pageOf(browser, 'anna');
  await page.goto(`${url}/tasks`);
  await page.getByRole('radiogroup', { name: 'Вид' }).getByText('Таблица').click();
  await page.getByRole('grid').waitFor();
  await page.locator('[role=columnheader][data-column="task.due_time"]').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  const row = rowOf(page, task);
  await row.getByRole('link', { name: /Кабель/ }).waitFor();
  await row.locator('[data-column="task.due_time"]').dblclick();
  await page.getByRole('dialog').waitFor();
});
