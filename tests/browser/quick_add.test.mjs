// Deals that are added to a column of the board, with a client and a company.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newPhone, Person } from './support/api.mjs';
import { card, openBrowser, pageOf, url } from './support/browser.mjs';
import { newName } from './support/companies.mjs';
import { eventually } from './support/eventually.mjs';
import { StoryPipeline } from './support/pipelines.mjs';

const browser = await openBrowser();
const [admin, anna] = [await Person.logIn('admin'), await Person.logIn('anna')];
const key = `quick_add_${Date.now()}`;
const pipeline = await StoryPipeline.create(admin, key, 'Быстрые продажи');

const fieldIn = (form, name) => form.locator(`[data-field="${name}"]`).getByRole('textbox').first();

async function dealNamed(name) {
  const found = await eventually(async () => {
    const { deals = [] } = await anna.call('DealService/ListDeals', { pipeline: key, stage: 'work', pageSize: 100 });
    return deals.find((deal) => deal.name === name);
  });
  return found;
}

test('quick add makes a deal with a client and a company, and knows those that exist', async () => {
  const quickAddFields = ['deal.name', 'contact.name', 'contact.phones', 'company.name', 'deal.amount'];
  await pipeline.change(() => ({ quickAddFields }));
  const [company, phone] = [newName('Быстрая'), newPhone()];
  const page = await pageOf(browser, 'anna');
  await page.goto(`${url}/board/${key}`);
  const column = page.locator('section[data-stage=work]');
  await column.getByRole('button', { name: /^Новая сделка в этапе/ }).click();
  const add = column.getByRole('button', { name: 'Добавить' });
  const isOnName = () => fieldIn(column, 'deal.name').evaluate((input) => input === document.activeElement);

  await fieldIn(column, 'deal.name').fill('Первая быстрая');
  await fieldIn(column, 'contact.name').fill('Пётр');
  await fieldIn(column, 'contact.phones').fill('12');
  await fieldIn(column, 'company.name').fill(company);
  await fieldIn(column, 'deal.amount').fill('12 500');
  await add.click();
  await column.locator('[data-field="contact.phones"] [aria-invalid=true]').waitFor();
  await eventually(() => fieldIn(column, 'contact.phones').evaluate((input) => input === document.activeElement));
  await page.reload();
  await column.getByRole('button', { name: /^Новая сделка в этапе/ }).click();
  await fieldIn(column, 'contact.phones').fill(phone);
  await page.keyboard.press('Enter');
  const first = await dealNamed('Первая быстрая');
  await eventually(async () => (await fieldIn(column, 'company.name').inputValue()) === '' && (await isOnName()));
  await card(page, first).getByText(company).waitFor();
  const contact = await anna.call('ContactService/GetContact', { contactId: first.contactId });
  assert.deepEqual([contact.name, contact.phones, contact.companyId], ['Пётр', [phone], first.companyId]);
  assert.equal(first.amount.minor, '1250000');

  await page.keyboard.type('Вторая быстрая');
  await fieldIn(column, 'contact.phones').fill(phone.replace('+7', '8 '));
  await fieldIn(column, 'company.name').fill(company.toLowerCase());
  await page.keyboard.press('Enter');
  const second = await dealNamed('Вторая быстрая');
  assert.deepEqual([second.contactId, second.companyId], [first.contactId, first.companyId]);

  await eventually(isOnName);
  await page.keyboard.type('Третья быстрая');
  await page.keyboard.press('Enter');
  const third = await dealNamed('Третья быстрая');
  assert.deepEqual([third.contactId ?? '0', third.companyId ?? '0'], ['0', '0']);
});

test('quick add says what the stage asks for, at its field or below', async () => {
  const amount = { binding: 'BINDING_ENTER', fields: { fields: ['deal.amount', 'company.tax_number'] } };
  await pipeline.setRules({ work: [amount] });
  await pipeline.change(() => ({ quickAddFields: ['deal.name', 'deal.amount'] }));
  const page = await pageOf(browser, 'anna');
  await page.goto(`${url}/board/${key}`);
  const column = page.locator('section[data-stage=work]');
  await column.getByRole('button', { name: /^Новая сделка в этапе/ }).click();
  await fieldIn(column, 'deal.name').fill('Без суммы');
  await page.keyboard.press('Enter');
  await column.locator('[data-field="deal.amount"]').getByText('Заполните «Сумма».').waitFor();
  await column.getByRole('alert').getByText('Заполните «ИНН').waitFor();
  await pipeline.setRules({});
  await pipeline.change(() => ({ quickAddFields: [] }));
});

test('an admin chooses what the quick add asks for, and in which order', async () => {
  await pipeline.change(() => ({ quickAddFields: ['deal.name'] }));
  const page = await pageOf(browser, 'admin');
  await page.goto(`${url}/settings/pipelines/${key}`);
  const block = page.getByRole('region', { name: 'Быстрое добавление спрашивает' });
  await block.getByRole('button', { name: 'Добавить поле' }).click();
  for (const name of ['Телефон клиента', 'Название компании']) {
    await block.getByRole('searchbox').fill(name);
    await block.getByRole('button', { name, exact: true }).click();
  }
  await block.getByRole('button', { name: 'Готово' }).click();
  await block.getByRole('button', { name: '«Название компании» выше' }).click();
  await block.getByRole('button', { name: 'Убрать «Название»' }).click();
  await page.getByRole('button', { name: 'Сохранить' }).click();
  await page.getByText('Воронка сохранена').waitFor();
  assert.deepEqual((await pipeline.get()).quickAddFields, ['company.name', 'contact.phones']);
});
