// What stages ask for about the company of a deal.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Person } from './support/api.mjs';
import { card, openBrowser, pageOf, url } from './support/browser.mjs';
import { blockIn, clientsOf, look, newName } from './support/companies.mjs';
import { eventually } from './support/eventually.mjs';
import { openDeal } from './support/field_rows.mjs';
import { StoryPipeline } from './support/pipelines.mjs';

const browser = await openBrowser();
const [admin, anna] = [await Person.logIn('admin'), await Person.logIn('anna')];
const { makeCompany, companyOf } = clientsOf(anna);
const key = `company_rules_${Date.now()}`;
const pipeline = await StoryPipeline.create(admin, key, 'Продажи компаниям по правилам');

async function opened(deal, who = 'anna') {
  const page = await pageOf(browser, who);
  return { page, dialog: await openDeal(page, deal) };
}

const asksForNumber = { binding: 'BINDING_LEAVE', exceptLost: true, fields: { fields: ['company.tax_number'] } };

async function askedToMove(page, deal) {
  await page.goto(`${url}/board/${key}`);
  await card(page, deal).focus();
  await page.keyboard.press('m');
  await page.getByRole('group', { name: 'Этапы' }).getByText('Сделали предложение').click();
  const form = page.getByRole('dialog', { name: /заполните недостающее$/ });
  await form.waitFor();
  return form;
}

const numberIn = (form) => form.locator('[data-field="company.tax_number"]').getByRole('textbox');
const isOn = (deal, stage) => eventually(async () => (await anna.getDeal(deal)).stage === stage);

test('a stage that asks for the company’s number is passed by filling it in', async () => {
  await pipeline.setRules({ work: [asksForNumber] });
  const company = await makeCompany({ name: newName('Без номера') });
  const deal = await anna.makeDeal('Нужен ИНН', { pipeline: key, stage: 'work', companyId: company.id });
  const { page, dialog } = await opened(deal);
  await dialog.getByText('ИНН компании').waitFor();
  await blockIn(dialog).getByText('ИНН: нужно для «Сделали предложение»').waitFor();
  const form = await askedToMove(page, deal);
  await numberIn(form).fill('12');
  await form.getByRole('button', { name: 'Заполнить и перенести' }).click();
  await form.getByText('В ИНН не меньше 5 цифр, а всего не больше 20 цифр и букв.').waitFor();
  await numberIn(form).fill('7701234567');
  await form.getByRole('button', { name: 'Заполнить и перенести' }).click();
  await isOn(deal, 'offer');
  assert.equal((await companyOf(deal)).taxNumber, '7701234567');
});

test('a deal without a company gets one first, and is asked only for what that one lacks', async () => {
  await pipeline.setRules({ work: [asksForNumber] });
  const deal = await anna.makeDeal('Нужна компания', { pipeline: key, stage: 'work' });
  const name = newName('Новая');
  const page = await pageOf(browser, 'anna');
  const form = await askedToMove(page, deal);
  await form.getByText('У сделки нет компании, а этап спрашивает: ИНН.').waitFor();
  await form.getByRole('button', { name: 'Добавить компанию' }).click();
  await look(form, name);
  await form.getByRole('button', { name: /^Новая компания / }).click();
  await form.getByRole('button', { name: 'Сохранить' }).click();
  await numberIn(form).fill('7707654321');
  await form.getByRole('button', { name: 'Заполнить и перенести' }).click();
  await isOn(deal, 'offer');
  const saved = await companyOf(deal);
  assert.deepEqual([saved.name, saved.taxNumber], [name, '7707654321']);
});

test('an admin lets a stage ask for a field of the company', async () => {
  await pipeline.setRules({});
  const page = await pageOf(browser, 'admin');
  await page.goto(`${url}/settings/pipelines/${key}`);
  await page.locator('[data-stage-row=work]').getByRole('button').first().click();
  await page.getByRole('button', { name: 'Добавить правило' }).click();
  await page.getByRole('button', { name: 'Поле', exact: true }).click();
  await page.getByRole('searchbox').fill('ИНН');
  await page.getByRole('button', { name: 'ИНН компании' }).click();
  await page.getByText('Чтобы перейти дальше, заполните: ИНН компании').first().waitFor();
  await page.getByRole('button', { name: 'Сохранить' }).click();
  await page.getByText('Воронка сохранена').waitFor();
  const { rules } = (await pipeline.get()).stages.find((stage) => stage.key === 'work');
  assert.deepEqual(rules[0].fields, { fields: ['company.tax_number'] });
});
