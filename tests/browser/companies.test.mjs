// Companies, and those who take part in a deal besides its main contact.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newPhone, Person } from './support/api.mjs';
import { card, openBrowser, pageOf, url } from './support/browser.mjs';
import { eventually } from './support/eventually.mjs';
import { edit, openDeal, rowOf, says, typeInto } from './support/field_rows.mjs';
import { addFields, restoreAfterwards } from './support/fields.mjs';
import { StoryPipeline } from './support/pipelines.mjs';

const browser = await openBrowser();
const [admin, anna] = [await Person.logIn('admin'), await Person.logIn('anna')];
const key = `companies_${Date.now()}`;
const pipeline = await StoryPipeline.create(admin, key, 'Продажи компаниям');
await restoreAfterwards(admin, 'ENTITY_COMPANY');

let number = 0;
const newName = (word) => `ООО «${word} ${Date.now()}${(number += 1)}»`;
const newTaxNumber = () => String(Math.floor(1e9 + Math.random() * 8e9));

const makeCompany = (company) => anna.change('CompanyService/CreateCompany', { company });
const companyOf = async (deal) => {
  const { companyId } = await anna.getDeal(deal);
  return companyId ? anna.call('CompanyService/GetCompany', { companyId }) : undefined;
};
const makeContact = (name, more = {}) =>
  anna.change('ContactService/CreateContact', { contact: { name, phones: [newPhone()], ...more } });
const othersOf = async (deal) =>
  (await anna.call('DealContactService/ListDealContacts', { dealId: deal.id })).dealContacts ?? [];

const blockIn = (dialog) => dialog.getByRole('region', { name: 'Компания', exact: true });
const othersIn = (dialog) => dialog.getByRole('region', { name: 'Ещё контакты' });
const look = (place, words) => place.getByRole('searchbox', { name: 'Компания' }).fill(words);

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
  for (const each of [page, colleagues, board]) await each.context().close();
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
  await page.context().close();
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
  await page.context().close();
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
  await page.context().close();
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
  for (const each of [page, colleagues]) await each.context().close();
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
  await page.context().close();
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
  await page.context().close();
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
  await page.context().close();
});

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
  await page.context().close();
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
  await page.context().close();
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
  await page.context().close();
});

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
  await page.context().close();
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
  await page.context().close();
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
  await page.context().close();
});

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
  await deals.getByLabel('Воронка').selectOption({ label: 'Продажи компаниям' });
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
  await page.context().close();
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
  await page.context().close();
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
  await page.context().close();
});
