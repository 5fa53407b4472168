// Where admins set up the forms of their sites, and what comes of it on a site.
import assert from 'node:assert/strict';
import { after, afterEach, test } from 'node:test';
import { Person } from './support/api.mjs';
import { newPage, openBrowser, pageOf, url } from './support/browser.mjs';
import { eventually } from './support/eventually.mjs';
import { Site } from './support/site.mjs';
import { dealsOf, newVisitor } from './support/visitors.mjs';

const browser = await openBrowser();
const [admin, olga] = [await Person.logIn('admin'), await Person.logIn('olga')];
const site = await Site.open();
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));
const consentText = 'Согласен на <обработку> данных\nООО «Линия»';

const made = [];
after(async () => {
  for (const formId of made) await admin.change('FormService/ArchiveForm', { formId });
});

async function makeForm(form) {
  const saved = await admin.change('FormService/CreateForm', { form: { name: `Форма ${made.length}`, ...form } });
  made.push(saved.id);
  return saved;
}

const formOf = ({ id }) => admin.call('FormService/GetForm', { formId: id });

async function settings(form, who = 'admin') {
  const page = await pageOf(browser, who);
  await page.goto(`${url}/settings/forms${form ? `/${form.id}` : ''}`);
  await page.locator('main h1').waitFor();
  return page;
}

const pressSave = (page) => page.getByRole('button', { name: 'Сохранить', exact: true }).click();
const save = async (page) => {
  await pressSave(page);
  await page.getByRole('status').getByText('Форма сохранена').first().waitFor();
};
const isWrong = (field) => eventually(async () => (await field.getAttribute('aria-invalid')) === 'true');

async function sendAs(visitor, pasted) {
  site.pasted = pasted;
  const page = await newPage(browser);
  await page.goto(site.origin);
  await page.getByLabel('Как вас зовут').fill(visitor.name);
  await page.getByLabel('Телефон').fill(visitor.phone);
  const box = page.getByRole('checkbox');
  if (await box.count()) await box.check();
  await page.getByRole('button', { name: 'Отправить' }).click();
  return page;
}

test('an admin makes a form, pastes its code into a site, and what a client sends is on the board', async () => {
  const page = await settings();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: url });
  await page.getByRole('button', { name: 'Новая форма' }).click();
  await page.getByRole('dialog').getByLabel('Название формы').fill('Форма на главной');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Форма на главной' }).waitFor();
  made.push(page.url().split('/').at(-1));
  await page.getByLabel('Текст согласия').fill(consentText);
  await page.getByLabel('Версия текста').fill('2026-01');
  await page.getByLabel('Не принимать заявки без согласия').check();
  await page.getByRole('button', { name: 'Добавить сайт' }).click();
  await page.keyboard.type(site.origin);
  await save(page);
  await page.getByRole('button', { name: 'Скопировать' }).click();
  await page.getByRole('status').getByText('Скопировано').waitFor();
  const snippet = await page.evaluate(() => navigator.clipboard.readText());
  assert.equal(snippet, await page.locator('[data-snippet]').textContent());
  assert.match(snippet, /Согласен на &lt;обработку&gt; данных<br>ООО «Линия»/);

  const visitor = newVisitor();
  const onSite = await sendAs(visitor, snippet);
  await onSite.getByText('Спасибо, заявка принята').waitFor();
  const [deal] = await eventually(async () => {
    const deals = await dealsOf(olga, visitor);
    return deals.length && deals;
  });
  const board = await pageOf(browser, 'olga');
  await board.locator(`article[data-deal="${deal.id}"]`).waitFor();
  const { inquiries } = await olga.call('InquiryService/ListInquiries', { dealId: deal.id });
  assert.equal(inquiries[0].sourceName, 'Форма на главной');
  assert.ok(inquiries[0].consent.time);
});

test('a site that is none is refused at its field, and what another site sends is counted', async () => {
  const form = await makeForm({});
  const page = await settings(form);
  await page.getByRole('button', { name: 'Добавить сайт' }).click();
  await page.keyboard.type('https://shop.example/contacts');
  await pressSave(page);
  const field = page.getByLabel('Сайт 1', { exact: true });
  await isWrong(field);
  await page.getByText('Укажите сайт в виде https://shop.example').waitFor();
  await field.fill('https://shop.example');
  await save(page);
  assert.deepEqual((await formOf(form)).allowedOrigins, ['https://shop.example']);

  await sendAs(newVisitor(), await page.locator('[data-snippet]').textContent());
  await eventually(async () => (await admin.call('FormService/ListFormRefusals', { formId: form.id })).refusals?.length);
  await page.getByRole('button', { name: 'Обновить' }).click();
  await page.locator('[data-reason=ORIGIN_NOT_ALLOWED]').getByText('Сайта нет в списке').waitFor();
  await page.getByText('С создания формы отклонена 1 заявка.').waitFor();
});

test('consent that is required without a text is refused at the text', async () => {
  const form = await makeForm({});
  const page = await settings(form);
  await page.getByLabel('Не принимать заявки без согласия').check();
  await pressSave(page);
  await isWrong(page.getByLabel('Текст согласия'));
  await page.getByText('Укажите, на что клиент должен дать согласие.').waitFor();
  await page.getByLabel('Текст согласия').fill('Согласен');
  await save(page);
  assert.equal((await formOf(form)).consentRequired, true);
});

test('fields of the site are mapped by the keyboard, and the code calls them so', async () => {
  const form = await makeForm({ fieldMap: { Checkbox: 'sent' } });
  const page = await settings(form);
  for (const name of ['Ваш номер', 'ваш-НОМЕР']) {
    await page.getByRole('button', { name: 'Добавить поле' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type(name);
  }
  await pressSave(page);
  await isWrong(page.getByLabel('Название поля 3 на сайте'));
  await page.getByRole('button', { name: 'Убрать поле ваш-НОМЕР' }).click();
  await page.getByLabel('Что это: Ваш номер').selectOption({ label: 'Телефон' });
  await save(page);
  assert.deepEqual((await formOf(form)).fieldMap, { Checkbox: 'sent', 'Ваш номер': 'phone' });
  await page.locator('[data-snippet]', { hasText: 'name="Ваш номер" type="tel"' }).waitFor();
});

test('a form is archived, found in the archive, and brought back', async () => {
  const form = await makeForm({ name: 'Форма прошлого года' });
  const page = await settings(form);
  await page.getByRole('button', { name: 'Убрать в архив' }).click();
  await page.getByRole('status').getByText('Форма «Форма прошлого года» в архиве').first().waitFor();
  await page.getByText('Сейчас форма ничего не принимает.').waitFor();
  await page.getByRole('link', { name: 'Все формы' }).click();
  const row = page.locator(`[data-form="${form.id}"]`);
  await page.locator('[data-form]').first().waitFor();
  assert.equal(await row.count(), 0);
  await page.getByText('В архиве', { exact: true }).click();
  await row.getByRole('link').click();
  await page.getByRole('button', { name: 'Вернуть из архива' }).click();
  await page.getByRole('button', { name: 'Убрать в архив' }).waitFor();
  assert.equal((await formOf(form)).archiveTime, undefined);
});

test('a form that is off says so, and nothing that was typed is lost over a reload', async () => {
  const form = await makeForm({});
  const page = await settings(form);
  await page.getByLabel('Принимать заявки', { exact: true }).uncheck();
  await page.reload();
  await page.getByText('Восстановлен черновик').waitFor();
  assert.equal(await page.getByRole('button', { name: 'Убрать в архив' }).isDisabled(), true);
  await save(page);
  assert.equal((await formOf(form)).state, 'STATE_DISABLED');
  await page.getByRole('link', { name: 'Все формы' }).click();
  await page.locator(`[data-form="${form.id}"]`).getByText('выключена').waitFor();
});

test('a form for servers has no code for a page', async () => {
  const form = await makeForm({});
  const page = await settings(form);
  await page.getByLabel('Заявки присылает сервер').check();
  await save(page);
  await page.getByRole('group', { name: 'Адрес формы' }).getByText(`${url}/forms/${form.key}`).waitFor();
  await page.getByText('Код для страницы').click();
  await page.getByText('её адрес не должен попасть на страницу').waitFor();
  assert.equal(await page.locator('[data-snippet]').count(), 0);
});

test('two admins do not undo each other’s changes', async () => {
  const form = await makeForm({});
  const page = await settings(form);
  await page.getByLabel('Название формы').fill('Моё название');
  const redirectUrl = 'https://shop.example/thanks';
  await admin.change('FormService/UpdateForm', { formId: form.id, form: { redirectUrl }, etag: form.etag });
  await pressSave(page);
  await page.getByRole('alert').getByText('форму изменил кто-то ещё').waitFor();
  await page.getByRole('button', { name: 'Загрузить' }).click();
  await eventually(async () => (await page.getByLabel('Страница благодарности').inputValue()) === redirectUrl);
  assert.equal(await page.getByLabel('Название формы').inputValue(), 'Моё название');
  await save(page);
  const saved = await formOf(form);
  assert.deepEqual([saved.name, saved.redirectUrl], ['Моё название', redirectUrl]);
});

test('a manager has no such screen', async () => {
  const page = await settings(undefined, 'anna');
  await page.getByText('Этот раздел — для администраторов').waitFor();
  assert.equal(await page.getByRole('navigation').getByText('Формы', { exact: true }).count(), 0);
  assert.equal(await page.getByRole('button', { name: 'Новая форма' }).count(), 0);
});
