// Clients who are in the account twice: found, merged, and two again.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newPhone, Person } from './support/api.mjs';
import { openBrowser, pageOf, url } from './support/browser.mjs';
import { clientsOf, newName } from './support/companies.mjs';
import { eventually } from './support/eventually.mjs';

const browser = await openBrowser();
const anna = await Person.logIn('anna');
const { makeCompany, makeContact } = clientsOf(anna);

test('two companies of one name are suspected, merged with the chosen name, and two again', async () => {
  const name = newName('Дубль');
  const first = await makeCompany({ name, address: 'Тверь' });
  const again = await makeCompany({ name: name.toLowerCase(), address: 'Москва' });
  const deal = await anna.makeDeal('Сделка дубля', { companyId: again.id });
  const page = await pageOf(browser, 'anna');
  await page.goto(`${url}/companies`);
  await page.getByRole('link', { name: 'Возможные дубли' }).click();
  const row = page.locator(`[data-suspect="${again.id}"]`);
  await row.getByText('одинаковое название или имя').waitFor();
  await row.getByRole('button', { name: 'Объединить' }).click();
  const dialog = page.getByRole('dialog', { name: 'Объединить дубли' });
  await dialog.getByLabel('Москва').check();
  await dialog.getByRole('button', { name: 'Объединить' }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
  await page.getByText('Москва').first().waitFor();
  await page.locator(`[data-client-deal="${deal.id}"]`).waitFor();
  assert.equal(String((await anna.getDeal(deal)).companyId), String(first.id));

  await page.goto(`${url}/companies/${again.id}`);
  await eventually(() => new URL(page.url()).pathname === `/companies/${first.id}`);

  await page.locator('[data-merge]').getByRole('button', { name: 'Отменить объединение' }).click();
  await page.locator('[data-merge]').getByText('отменено').waitFor();
  await page.getByText('Тверь').first().waitFor();
  assert.equal(String((await anna.getDeal(deal)).companyId), String(again.id));
});

test('the duplicate of a contact is found by its phone, and the toast undoes the merge', async () => {
  const [phone, other] = [newPhone(), newPhone()];
  const contact = await makeContact('Пётр', { phones: [phone] });
  const duplicate = await makeContact('Пётр Иванов', { phones: [other] });
  const page = await pageOf(browser, 'anna');
  await page.goto(`${url}/contacts/${contact.id}`);
  await page.getByRole('button', { name: 'Объединить с дублем' }).click();
  await page.getByLabel('Телефон, почта или номер дубля').fill(other);
  await page.getByRole('button', { name: 'Найти' }).click();
  const dialog = page.getByRole('dialog', { name: 'Объединить дубли' });
  await dialog.getByLabel('Пётр Иванов').check();
  await dialog.getByRole('button', { name: 'Объединить' }).click();
  await page.getByRole('heading', { level: 1, name: 'Пётр Иванов' }).waitFor();
  const merged = await anna.call('ContactService/GetContact', { contactId: contact.id });
  assert.deepEqual(merged.phones, [phone, other]);
  await page.getByRole('button', { name: 'Отменить объединение' }).first().click();
  await page.getByRole('heading', { level: 1, name: 'Пётр', exact: true }).waitFor();
  const restored = await anna.call('ContactService/GetContact', { contactId: duplicate.id });
  assert.deepEqual(restored.phones, [other]);
});

test('by a shared phone nobody is recognized', async () => {
  const phone = newPhone();
  const contact = await makeContact('Коммутатор', { phones: [phone] });
  const page = await pageOf(browser, 'anna');
  await page.goto(`${url}/contacts/${contact.id}`);
  const mark = page.locator(`[data-point="${phone}"]`).getByRole('button');
  await mark.click();
  await eventually(async () => (await mark.getAttribute('aria-pressed')) === 'true');
  const inquiry = await anna.change('InquiryService/SubmitInquiry', {
    inquiry: { source: 'SOURCE_CALL', clientName: 'Вера', phone, text: 'Перезвоните' },
  });
  assert.notEqual(inquiry.contactId, contact.id);
});

test('all shared phones are listed, and one that a contact alone has loses its mark', async () => {
  const [phone, other] = [newPhone(), newPhone()];
  const contact = await makeContact('Диспетчер', { phones: [phone, other] });
  for (const point of [phone, other]) {
    await anna.change('SharedPointService/MarkSharedPoint', { contactId: contact.id, phone: point });
  }
  await makeContact('Охрана', { phones: [other] });
  const page = await pageOf(browser, 'anna');
  await page.goto(`${url}/contacts/duplicates`);
  await page.getByRole('link', { name: 'Общие номера и почта' }).click();
  const row = page.locator(`[data-point="${phone}"]`);
  await row.getByRole('link', { name: 'Диспетчер' }).waitFor();
  const several = page.locator(`[data-point="${other}"]`);
  await several.getByRole('link', { name: 'Охрана' }).waitFor();
  assert.equal(await several.getByRole('button').count(), 0);
  await row.getByRole('button', { name: /^Убрать отметку/ }).click();
  await row.waitFor({ state: 'hidden' });
  const inquiry = await anna.change('InquiryService/SubmitInquiry', {
    inquiry: { source: 'SOURCE_CALL', clientName: 'Диспетчер', phone, text: 'Перезвоните' },
  });
  assert.equal(inquiry.contactId, contact.id);
});
