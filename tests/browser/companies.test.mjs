// Companies on the card of a deal, and those who take part in it besides its main contact.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newPhone, Person } from './support/api.mjs';
import { card, openBrowser, pageOf } from './support/browser.mjs';
import { blockIn, clientsOf, look, newName, newTaxNumber, othersIn } from './support/companies.mjs';
import { eventually } from './support/eventually.mjs';
import { edit, openDeal, rowOf, says, typeInto } from './support/field_rows.mjs';
import { addFields, restoreAfterwards } from './support/fields.mjs';

const browser = await openBrowser();
const [admin, anna] = [await Person.logIn('admin'), await Person.logIn('anna')];
const { makeCompany, makeContact, companyOf, othersOf } = clientsOf(anna);
await restoreAfterwards(admin, 'ENTITY_COMPANY');

async function opened(deal, who = 'anna') {
  const page = await pageOf(browser, who);
  return { page, dialog: await openDeal(page, deal) };
}

test('a company is added while its name is typed, and a colleague sees it at once, on the board too', async () => {
  const deal = await anna.makeDeal('С компанией');
  const name = newName('Ромашка');
  const { page, dialog } = await opened(deal);
  const { page: colleagues, dialog: theirs } = await opened(deal, 'olga');
  const board = await pageOf(browser, 'olga');
  await blockIn(dialog).getByRole('button', { name: 'Добавить компанию' }).click();
  await look(blockIn(dialog), name);
  await blockIn(dialog).getByRole('button', { name: /^Новая компания / }).click();
  await blockIn(dialog).getByLabel('ИНН').fill('7701 234 567');
  await blockIn(dialog).getByLabel('Телефон').fill('8 495 123-45-67');
  await blockIn(dialog).getByLabel('Сайт').fill('romashka.example');
  await blockIn(dialog).getByRole('button', { name: 'Сохранить' }).click();
  await blockIn(dialog).getByRole('link', { name }).waitFor();
  const saved = await companyOf(deal);
  assert.deepEqual([saved.name, saved.taxNumber, saved.phones], [name, '7701234567', ['+74951234567']]);
  assert.equal(await blockIn(dialog).getByRole('link', { name: 'romashka.example' }).getAttribute('href'), 'https://romashka.example/');
  await blockIn(theirs).getByRole('link', { name }).waitFor();
  await theirs.getByText(`Компания: не указано → ${name}`).waitFor();
  await card(board, deal).getByText(name).waitFor();

  await anna.change('CompanyService/UpdateCompany', { companyId: saved.id, company: { name: `${name} 2` } });
  await blockIn(theirs).getByRole('link', { name: `${name} 2` }).waitFor();
  await card(board, deal).getByText(`${name} 2`).waitFor();
});

test('a known company is picked by the beginning of its name, or by its number, and can be exchanged', async () => {
  const [name, other] = [newName('Лютик'), newName('Василёк')];
  const lily = await makeCompany({ name, address: 'Тверь' });
  const taxNumber = newTaxNumber();
  const cornflower = await makeCompany({ name: other, taxNumber });
  const deal = await anna.makeDeal('Знакомая компания');
  const { page, dialog } = await opened(deal);
  await blockIn(dialog).getByRole('button', { name: 'Добавить компанию' }).click();
  await look(blockIn(dialog), /лютик \d+/i.exec(name)[0].toLowerCase());
  await blockIn(dialog).locator(`[data-company="${lily.id}"]`).getByText('Тверь').waitFor();
  await page.keyboard.press('Enter');
  await blockIn(dialog).getByRole('link', { name }).waitFor();
  assert.equal((await anna.getDeal(deal)).companyId, lily.id);

  await blockIn(dialog).getByRole('button', { name: 'Заменить' }).click();
  await look(blockIn(dialog), `ИНН ${taxNumber.slice(0, 4)} ${taxNumber.slice(4)}`);
  await blockIn(dialog).locator(`[data-company="${cornflower.id}"]`).click();
  await blockIn(dialog).getByRole('link', { name: other }).waitFor();

  await blockIn(dialog).getByRole('button', { name: 'Открепить' }).click();
  await blockIn(dialog).getByRole('button', { name: 'Добавить компанию' }).waitFor();
  assert.equal(await companyOf(deal), undefined);
});

test('what a colleague has changed in the company meanwhile is not lost, and asked about where both have', async () => {
  const company = await makeCompany({ name: newName('Спор'), site: 'old.example' });
  const deal = await anna.makeDeal('Правят компанию двое', { companyId: company.id });
  const { page, dialog } = await opened(deal);
  await dialog.getByRole('button', { name: 'Компания: Изменить' }).click();
  await blockIn(dialog).getByLabel('Адрес').fill('Москва');
  await blockIn(dialog).getByLabel('Сайт').fill('mine.example');
  await anna.change('CompanyService/UpdateCompany', { companyId: company.id, company: { site: 'theirs.example', phones: [newPhone()] } });
  await blockIn(dialog).getByRole('button', { name: 'Сохранить' }).click();
  await blockIn(dialog).getByText('поле «Сайт» изменили: «theirs.example»').waitFor();
  await blockIn(dialog).getByRole('button', { name: 'Оставить как есть' }).click();
  await blockIn(dialog).getByRole('link', { name: 'theirs.example' }).waitFor();
  const saved = await companyOf(deal);
  assert.deepEqual([saved.address, saved.site, saved.phones.length], ['Москва', 'theirs.example', 1]);
});

test('a company has fields of the account’s own', async () => {
  await addFields(admin, 'ENTITY_COMPANY', [{ key: 'trade', kind: 'KIND_TEXT', label: 'Отрасль' }]);
  const company = await makeCompany({ name: newName('Поля') });
  const deal = await anna.makeDeal('Своё поле компании', { companyId: company.id });
  const { page, dialog } = await opened(deal);
  await edit(rowOf(dialog, 'Отрасль'));
  await typeInto(rowOf(dialog, 'Отрасль'), 'Опт');
  await says(rowOf(dialog, 'Отрасль'), 'Опт');
  assert.deepEqual((await companyOf(deal)).fields, { trade: { text: 'Опт' } });
});

test('somebody else takes part with a role, becomes the main contact, and leaves', async () => {
  const [irina, phone] = [await makeContact('Ирина'), newPhone()];
  const deal = await anna.makeDeal('Несколько контактов', { contactId: irina.id });
  const { page, dialog } = await opened(deal);
  const { page: colleagues, dialog: theirs } = await opened(deal, 'olga');
  await othersIn(dialog).getByRole('button', { name: 'Добавить контакт' }).click();
  await othersIn(dialog).getByLabel('Имя').fill('Вера');
  await othersIn(dialog).getByLabel('Телефон').fill(phone);
  await othersIn(dialog).getByLabel('Роль в сделке').fill('бухгалтер');
  await othersIn(dialog).getByRole('button', { name: 'Сохранить' }).click();
  for (const seen of [dialog, theirs]) {
    await othersIn(seen).getByRole('link', { name: 'Вера' }).waitFor();
    await othersIn(seen).getByText('бухгалтер').waitFor();
    await seen.getByText('Добавлен контакт: Вера, бухгалтер').waitFor();
  }
  const [other] = await othersOf(deal);

  await othersIn(dialog).getByRole('button', { name: /^Роль в сделке, Вера: бухгалтер/ }).click();
  await othersIn(dialog).getByRole('textbox').fill('подписывает договор');
  await page.keyboard.press('Enter');
  await othersIn(theirs).getByText('подписывает договор').waitFor();

  await othersIn(dialog).getByRole('button', { name: 'Сделать основным: Вера' }).click();
  for (const seen of [dialog, theirs]) {
    await seen.getByRole('region', { name: 'Клиент' }).getByRole('link', { name: 'Вера' }).waitFor();
    await othersIn(seen).getByRole('link', { name: 'Ирина' }).waitFor();
  }
  assert.equal((await anna.getDeal(deal)).contactId, other.contactId);

  await othersIn(dialog).getByRole('button', { name: 'Убрать из сделки: Ирина' }).click();
  await eventually(async () => (await othersOf(deal)).length === 0);
  await othersIn(theirs).waitFor();
  await eventually(async () => (await othersIn(theirs).getByRole('listitem').count()) === 0);
  await page.getByRole('status').getByRole('button', { name: 'Вернуть' }).click();
  await othersIn(theirs).getByRole('link', { name: 'Ирина' }).waitFor();
});

test('a known phone offers the contact whom it belongs to', async () => {
  const [irina, vera] = [await makeContact('Ирина'), await makeContact('Вера')];
  const deal = await anna.makeDeal('Знакомый контакт', { contactId: irina.id });
  const { page, dialog } = await opened(deal);
  await othersIn(dialog).getByRole('button', { name: 'Добавить контакт' }).click();
  await othersIn(dialog).getByLabel('Имя').fill('Вероника');
  await othersIn(dialog).getByLabel('Телефон').fill(vera.phones[0]);
  await othersIn(dialog).getByLabel('Роль в сделке').fill('директор');
  await othersIn(dialog).getByRole('button', { name: 'Сохранить' }).click();
  await othersIn(dialog).getByText('Такой клиент уже есть: Вера').waitFor();
  await othersIn(dialog).getByRole('button', { name: 'Указать этого клиента' }).click();
  await othersIn(dialog).getByRole('link', { name: 'Вера' }).waitFor();
  const [other] = await othersOf(deal);
  assert.deepEqual([other.contactId, other.role], [vera.id, 'директор']);
});

test('a contact has a job and a company, which are chosen in their form', async () => {
  const contact = await makeContact('Пётр');
  const company = await makeCompany({ name: newName('Работодатель') });
  const deal = await anna.makeDeal('Кто где работает', { contactId: contact.id });
  const { page, dialog } = await opened(deal);
  await dialog.getByRole('button', { name: 'Клиент: Изменить' }).click();
  const block = dialog.getByRole('region', { name: 'Клиент' });
  await block.getByLabel('Должность').fill('Главный инженер');
  await look(block, company.name);
  await block.locator(`[data-company="${company.id}"]`).click();
  await block.getByRole('button', { name: 'Убрать компанию' }).waitFor();
  await block.getByRole('button', { name: 'Сохранить' }).click();
  await block.getByText('Главный инженер').waitFor();
  await block.getByRole('link', { name: company.name }).waitFor();
  const saved = await anna.call('ContactService/GetContact', { contactId: contact.id });
  assert.deepEqual([saved.jobTitle, saved.companyId], ['Главный инженер', company.id]);
});

test('a company that is new in a form is made when the form is saved, and not before', async () => {
  const deal = await anna.makeDeal('Новое место', { contactId: (await makeContact('Пётр')).id });
  const name = newName('Будущая');
  const found = async () => (await anna.call('CompanyService/ListCompanies', { name })).companies ?? [];
  const { page, dialog } = await opened(deal);
  const block = dialog.getByRole('region', { name: 'Клиент' });
  const choose = async () => {
    await dialog.getByRole('button', { name: 'Клиент: Изменить' }).click();
    await look(block, name);
    await block.getByRole('button', { name: /^Новая компания / }).click();
    await block.getByRole('group', { name: 'Компания' }).getByText(name).waitFor();
  };
  await choose();
  await block.getByRole('button', { name: 'Отмена' }).click();
  assert.deepEqual(await found(), []);
  await choose();
  await block.getByRole('button', { name: 'Сохранить' }).click();
  await block.getByRole('link', { name }).waitFor();
  assert.equal((await found()).length, 1);
});
