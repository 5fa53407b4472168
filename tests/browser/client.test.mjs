// Several people write about one client.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newPhone, Person } from './support/api.mjs';
import { openBrowser, pageOf, url } from './support/browser.mjs';
import { eventually } from './support/eventually.mjs';

const browser = await openBrowser();
const anna = await Person.logIn('anna');

async function dealWithClient(name) {
  const contact = await anna.change('ContactService/CreateContact', { contact: { name, phones: [newPhone()] } });
  const deal = await anna.makeDeal(`Сделка: ${name}`, { contactId: contact.id });
  return { deal, contact };
}

const clientOf = ({ contact }) => anna.call('ContactService/GetContact', { contactId: contact.id });

const edit = (page) => page.getByRole('button', { name: 'Клиент: Изменить' });

async function formOf(page, deal) {
  await page.goto(`${url}/deals/${deal.id}`);
  await edit(page).click();
}

test('a phone that a colleague adds meanwhile is not lost, and nothing is asked', async () => {
  const both = await dealWithClient('Ирина');
  const page = await pageOf(browser, 'anna');
  await formOf(page, both.deal);
  await page.getByRole('dialog').getByLabel('Имя').fill('Ирина, директор');
  const phones = [...both.contact.phones, newPhone()];
  await anna.change('ContactService/UpdateContact', { contactId: both.contact.id, contact: { phones } });
  await page.getByRole('button', { name: 'Сохранить' }).click();
  await edit(page).waitFor();
  const saved = await clientOf(both);
  assert.equal(saved.name, 'Ирина, директор');
  assert.deepEqual(saved.phones, phones);
});

test('a name that a colleague has changed too is asked about, and only the name is replaced', async () => {
  const both = await dealWithClient('Пётр');
  const page = await pageOf(browser, 'anna');
  await formOf(page, both.deal);
  await page.getByRole('dialog').getByLabel('Имя').fill('Пётр, директор');
  const phones = [...both.contact.phones, newPhone()];
  const contact = { name: 'Пётр Иванов', phones };
  await anna.change('ContactService/UpdateContact', { contactId: both.contact.id, contact });
  await page.getByRole('button', { name: 'Сохранить' }).click();
  await page.getByText('имя клиента изменили: «Пётр Иванов»').waitFor();
  assert.equal((await clientOf(both)).name, 'Пётр Иванов');
  await page.getByRole('button', { name: 'Заменить' }).click();
  await eventually(async () => (await clientOf(both)).name === 'Пётр, директор');
  assert.deepEqual((await clientOf(both)).phones, phones);
});

test('who leaves the other name keeps the phone they have typed', async () => {
  const both = await dealWithClient('Олег');
  const page = await pageOf(browser, 'anna');
  await formOf(page, both.deal);
  const phone = newPhone();
  await page.getByRole('dialog').getByLabel('Имя').fill('Олег, директор');
  await page.getByRole('dialog').getByLabel('Телефон').fill(`${both.contact.phones[0]}\n${phone}`);
  await anna.change('ContactService/UpdateContact', { contactId: both.contact.id, contact: { name: 'Олег Иванов' } });
  await page.getByRole('button', { name: 'Сохранить' }).click();
  await page.getByRole('button', { name: 'Оставить как есть' }).click();
  await edit(page).waitFor();
  const saved = await clientOf(both);
  assert.equal(saved.name, 'Олег Иванов');
  assert.deepEqual(saved.phones, [both.contact.phones[0], phone]);
});

test('a client whom a colleague gives the deal meanwhile stays its client', async () => {
  const deal = await anna.makeDeal('Сделка без клиента');
  const colleagues = await anna.change('ContactService/CreateContact', { contact: { name: 'Вера', phones: [newPhone()] } });
  const page = await pageOf(browser, 'anna');
  await page.goto(`${url}/deals/${deal.id}`);
  await page.getByRole('button', { name: 'Добавить клиента' }).click();
  await page.getByRole('dialog').getByLabel('Имя').fill('Нина');
  await page.getByRole('dialog').getByLabel('Телефон').fill(newPhone());
  await page.route('**/*ContactService/CreateContact', async (route) => {
    const response = await route.fetch();
    await anna.change('DealService/UpdateDeal', { dealId: deal.id, deal: { contactId: colleagues.id } });
    await route.fulfill({ response });
  });
  await page.getByRole('button', { name: 'Сохранить' }).click();
  // What was typed is not lost.
  await edit(page).click();
  await page.getByText('Восстановлен черновик').waitFor();
  assert.equal(await page.getByRole('dialog').getByLabel('Имя').inputValue(), 'Нина');
  assert.equal((await anna.getDeal(deal)).contactId, colleagues.id);
});
