// The pages of companies and contacts.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Person } from './support/api.mjs';
import { openBrowser, pageOf, url } from './support/browser.mjs';
import { blockIn, clientsOf, newName, othersIn } from './support/companies.mjs';
import { eventually } from './support/eventually.mjs';
import { openDeal } from './support/field_rows.mjs';
import { StoryPipeline } from './support/pipelines.mjs';

const browser = await openBrowser();
const [admin, anna] = [await Person.logIn('admin'), await Person.logIn('anna')];
const { makeCompany, makeContact } = clientsOf(anna);
await StoryPipeline.create(admin, `company_pages_${Date.now()}`, 'Продажи со страницы');

async function opened(deal, who = 'anna') {
  const page = await pageOf(browser, who);
  return { page, dialog: await openDeal(page, deal) };
}

test('the page of a company shows its people and deals, and begins another deal', async () => {
  const company = await makeCompany({ name: newName('Страница') });
  const contact = await makeContact('Пётр', { companyId: company.id, jobTitle: 'Снабжение' });
  const former = await anna.makeDeal('Прежняя сделка', { companyId: company.id, amount: { minor: '500000', currency: 'RUB' } });
  const { page, dialog } = await opened(former);
  await blockIn(dialog).getByRole('link', { name: company.name }).click();
  await page.getByRole('heading', { level: 1, name: company.name }).waitFor();
  await eventually(async () => (await page.title()).includes(company.name));
  const people = page.getByRole('region', { name: 'Люди' });
  await people.getByText('Снабжение').waitFor();
  const deals = page.getByRole('region', { name: 'Сделки' });
  await deals.locator(`[data-client-deal="${former.id}"]`).getByText(/5\s000/).waitFor();

  await deals.getByRole('button', { name: 'Новая сделка' }).click();
  await deals.getByLabel('Название сделки').fill('Новая с компанией');
  await deals.getByLabel('Воронка').selectOption({ label: 'Продажи со страницы' });
  await deals.getByRole('button', { name: 'Добавить' }).click();
  const fresh = page.getByRole('dialog', { name: 'Новая с компанией' });
  await blockIn(fresh).getByRole('link', { name: company.name }).waitFor();
  await page.goBack();
  await fresh.waitFor({ state: 'hidden' });
  await deals.getByText('Новая с компанией').waitFor();

  await people.getByRole('link', { name: 'Пётр' }).click();
  await page.getByRole('heading', { level: 1, name: 'Пётр' }).waitFor();
  assert.equal(new URL(page.url()).pathname, `/contacts/${contact.id}`);
  await page.getByRole('button', { name: 'Клиент: Изменить' }).click();
  await page.getByLabel('Имя').fill('Пётр Иванов');
  await page.getByRole('button', { name: 'Сохранить' }).click();
  await page.getByRole('heading', { level: 1, name: 'Пётр Иванов' }).waitFor();
});

test('the deals of a company come page by page', async () => {
  const company = await makeCompany({ name: newName('Много сделок') });
  for (let at = 0; at < 21; at++) await anna.makeDeal(`Сделка ${at}`, { companyId: company.id });
  const page = await pageOf(browser, 'anna');
  await page.goto(`${url}/companies/${company.id}`);
  const listed = page.locator('[data-client-deal]');
  await eventually(async () => (await listed.count()) === 20);
  await page.getByRole('button', { name: 'Показать ещё' }).click();
  await eventually(async () => (await listed.count()) === 21);
  await page.goto(`${url}/companies/999999999`);
  await page.getByText('Такой компании нет').waitFor();
});

test('whoever may not change the deal and its company reads them', async () => {
  const boris = await Person.logIn('boris');
  const company = await boris.change('CompanyService/CreateCompany', { company: { name: newName('Чужая'), responsibleUserId: boris.id } });
  const contact = await makeContact('Зоя');
  const deal = await boris.makeDeal('Сделка Бориса с компанией', { companyId: company.id, contactId: contact.id });
  const { page, dialog } = await opened(deal);
  await blockIn(dialog).getByRole('link', { name: company.name }).waitFor();
  assert.equal(await blockIn(dialog).getByRole('button').count(), 0);
  assert.equal(await othersIn(dialog).count(), 0);
});
