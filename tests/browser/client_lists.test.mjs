// The lists of contacts and companies, and what their cards tell beside their deals.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newPhone, Person } from './support/api.mjs';
import { openBrowser, pageOf, url } from './support/browser.mjs';
import { clientsOf, newName, newTaxNumber } from './support/companies.mjs';
import { eventually } from './support/eventually.mjs';

const browser = await openBrowser();
const anna = await Person.logIn('anna');
const { makeCompany, makeContact } = clientsOf(anna);

let number = 0;
const unique = (word) => `${word} ${Date.now()}${(number += 1)}`;
const rowOf = (page, { id }) => page.locator(`[data-row="${id}"]`);
const rows = (page) => page.locator('[data-row]');
const search = (page, words) => page.getByRole('searchbox').fill(words);

test('contacts are listed from the newest, and found by whatever is known of them', async () => {
  const phone = newPhone();
  const account = `story_${Date.now()}`;
  const name = unique('Аркадий');
  const contact = await makeContact(name, { phones: [phone], messengers: [`@${account}`], jobTitle: 'Снабжение' });
  const page = await pageOf(browser, 'anna');
  await page.getByRole('link', { name: 'Контакты' }).click();
  await page.getByRole('heading', { level: 1, name: 'Контакты' }).waitFor();
  await rowOf(page, contact).getByText('Снабжение').waitFor();
  assert.equal(await rowOf(page, contact).locator('a[href^="tel:"]').getAttribute('href'), `tel:${phone}`);
  for (const words of [name.toLowerCase(), phone.replace('+7', '8 '), `t.me/${account}`]) {
    await search(page, words);
    await eventually(async () => (await rows(page).count()) === 1);
    await rowOf(page, contact).waitFor();
  }
  await search(page, unique('Никто'));
  await page.getByText('Никого не нашли').waitFor();
  await search(page, name);
  await page.getByRole('link', { name }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
  assert.equal(await page.getByRole('link', { name: `Telegram: ${account}` }).getAttribute('href'), `https://t.me/${account}`);
});

test('a new contact is added from the list, and one who is known is opened instead', async () => {
  const page = await pageOf(browser, 'anna');
  await page.goto(`${url}/contacts`);
  const name = unique('Лукерья');
  const phone = newPhone();
  const dialog = page.getByRole('dialog', { name: 'Новый контакт' });
  const fill = async (called) => {
    await page.getByRole('button', { name: 'Новый контакт' }).click();
    await dialog.getByLabel('Имя').fill(called);
    await dialog.getByLabel('Телефон').fill(phone);
    await dialog.getByRole('button', { name: 'Сохранить' }).click();
  };
  await fill(name);
  await page.getByRole('heading', { level: 1, name }).waitFor();
  const path = new URL(page.url()).pathname;
  await page.goBack();
  await fill(unique('Лукерья'));
  await dialog.getByText('Такой клиент уже есть').waitFor();
  await dialog.getByRole('button').last().click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
  assert.equal(new URL(page.url()).pathname, path);
});

test('companies are found by their tax number', async () => {
  const taxNumber = newTaxNumber();
  const name = newName('Список');
  const company = await makeCompany({ name, taxNumber, responsibleUserId: anna.id });
  const page = await pageOf(browser, 'anna', { width: 390, height: 844 });
  await page.goto(`${url}/contacts`);
  // A phone has room for one of the two in its navigation.
  await page.getByRole('radiogroup', { name: 'Кого показать' }).getByText('Компании').click();
  await page.getByRole('heading', { level: 1, name: 'Компании' }).waitFor();
  await search(page, taxNumber);
  await rowOf(page, company).waitFor();
  await eventually(async () => (await rows(page).count()) === 1);
});

test('a list that cannot be loaded says so, and loads when it is asked again', async () => {
  const page = await pageOf(browser, 'anna');
  const refusal = { 'content-type': 'application/grpc-web+proto', 'grpc-status': '9', 'grpc-message': 'no' };
  await page.route('**/FilterContacts', (route) => route.fulfill({ status: 200, headers: refusal }));
  await page.goto(`${url}/contacts`);
  await page.getByText('Не удалось загрузить').waitFor();
  await page.unroute('**/FilterContacts');
  await page.getByRole('button', { name: 'Повторить' }).click();
  await rows(page).first().waitFor();
});

test('how to reach a client is said on their card, and on their deals and tasks', async () => {
  const contact = await makeContact(unique('Тихон'));
  const deal = await anna.makeDeal('Сделка Тихона', { contactId: contact.id });
  const dueTime = new Date(Date.now() + 3_600_000).toISOString();
  await anna.change('TaskService/CreateTask', { task: { text: unique('Позвонить Тихону'), dealId: deal.id, dueTime } });
  const page = await pageOf(browser, 'anna');
  await page.goto(`${url}/contacts/${contact.id}`);
  await page.getByRole('button', { name: 'Как связаться: Изменить' }).click();
  await page.getByLabel('Часовой пояс клиента').selectOption('Asia/Omsk');
  await page.getByLabel('Как удобнее').selectOption({ label: 'Telegram' });
  await page.getByLabel('Когда удобнее').fill('после 18');
  const year = new Date().getFullYear();
  await page.getByLabel('Не беспокоить до').fill(`${year - 1}-12-31T10:00`);
  await page.getByLabel('Почему не беспокоить').fill('В отпуске');
  await page.getByRole('button', { name: 'Сохранить' }).click();
  await page.getByText('Это время уже прошло').waitFor();
  await page.getByLabel('Не беспокоить до').fill(`${year + 1}-12-31T10:00`);
  await page.getByRole('button', { name: 'Сохранить' }).click();
  const reach = page.getByRole('region', { name: 'Как связаться' });
  await reach.getByText('Удобнее: Telegram, после 18').waitFor();
  await reach.getByText(/у клиента \d\d:\d\d/).waitFor();
  await reach.getByText('В отпуске').waitFor();
  const tasks = page.getByRole('region', { name: 'Открытые задачи' });
  await tasks.getByText('В отпуске').waitFor();
  await tasks.getByRole('link', { name: 'Сделка Тихона' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('В отпуске').first().waitFor();
  await page.goBack();
  await page.getByRole('button', { name: 'Как связаться: Изменить' }).click();
  await page.getByRole('button', { name: 'Снять запрет' }).click();
  await page.getByRole('button', { name: 'Сохранить' }).click();
  await reach.getByText('Удобнее: Telegram, после 18').waitFor();
  assert.equal(await reach.getByText('В отпуске').count(), 0);
  const { doNotDisturb } = await anna.call('ContactService/GetContact', { contactId: contact.id });
  assert.equal(doNotDisturb, undefined);
});

test('the card tells what was said in any deal of the client, and what they agreed to', async () => {
  const phone = newPhone();
  const inquiry = {
    ...{ source: 'SOURCE_SITE', sourceName: 'Форма на главной', clientName: 'Ефим', phone, text: 'Сколько стоит?' },
    consent: { time: new Date().toISOString(), text: 'Согласен на обработку', textVersion: '2026-01' },
  };
  const { contactId, dealId } = await anna.change('InquiryService/SubmitInquiry', { inquiry });
  const second = await anna.makeDeal('Вторая сделка', { contactId });
  await anna.change('TimelineService/AddNote', { dealId: second.id, text: 'Просил перезвонить' });
  const page = await pageOf(browser, 'anna');
  await page.goto(`${url}/contacts/${contactId}`);
  const told = page.getByRole('region', { name: 'Лента по всем сделкам' });
  const entries = told.locator('[data-entry]');
  // The first deal may be offered to somebody meanwhile.
  await entries.filter({ hasText: 'Просил перезвонить' }).getByRole('link', { name: 'Вторая сделка' }).waitFor();
  await told.locator(`a[href="/deals/${dealId}"]`).first().waitFor();
  await anna.change('TimelineService/AddNote', { dealId: second.id, text: 'Перезвонили' });
  await entries.filter({ hasText: 'Перезвонили' }).waitFor();
  const asked = page.getByRole('region', { name: 'Обращения и согласия' });
  await asked.getByText('Форма на главной').first().waitFor();
  await asked.getByText(/^Согласие: .*2026-01/).first().click();
  await asked.getByText('Согласен на обработку').waitFor();
});
