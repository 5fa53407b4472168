// The settings of sites' forms in their states.
import { url } from '../support/browser.mjs';
import { eventually } from '../support/eventually.mjs';
import { empty, refused, unanswered } from './answers.mjs';

const name = 'Заявка на расчёт поставки светодиодных светильников и кабельной продукции: главная страница и каталог';
const consentText =
  'Согласен на обработку ООО «Линия» моих имени, телефона и почты, чтобы ответить на заявку.\nОтозвать согласие можно письмом на privacy@shop.example.';
const fieldMap = { 'form[phone]': 'phone', Checkbox: 'sent', [name]: 'text' };

const send = ({ key }, fields, headers = {}) =>
  fetch(`${url}/forms/${key}`, { method: 'POST', body: new URLSearchParams(fields), headers });

// A form with everything, which has refused some; one that is off; one in the archive.
export async function prepareForms(admin) {
  const create = (form) => admin.change('FormService/CreateForm', { form });
  const consent = { consentText, consentTextVersion: '2026-01', consentRequired: true };
  const allowedOrigins = ['https://shop.example', 'https://кабель-опт-и-светильники-для-складов.example'];
  const full = await create({ name, ...consent, allowedOrigins, fieldMap, redirectUrl: 'https://shop.example/thanks' });
  const builder = await create({ name: 'Тильда', sentByServers: true, state: 'STATE_DISABLED' });
  const archived = await create({ name: 'Старый сайт' });
  await admin.change('FormService/ArchiveForm', { formId: archived.id });
  await send(full, { name: 'Ирина' });
  await send(full, { name: 'Ирина' }, { origin: 'https://copy.example' });
  const refusals = () => admin.call('FormService/ListFormRefusals', { formId: full.id });
  await eventually(async () => (await refusals()).refusals?.length === 2);
  return { full, builder };
}

const openOne = async (page, { id }) => {
  await page.goto(`${url}/settings/forms/${id}`);
  await page.locator('main section').first().waitFor();
};
const save = (page) => page.getByRole('button', { name: /^(Сохранить|Save)$/ }).click();

export const formScenes = {
  forms: async (page) => {
    await page.goto(`${url}/settings/forms`);
    await page.locator('[data-form]').first().waitFor();
  },
  'forms-archived': async (page, set) => {
    await formScenes.forms(page, set);
    await page.getByText(/^(В архиве|Archived)$/).click();
  },
  'forms-empty': async (page) => {
    await empty(page, '**/ListForms');
    await page.goto(`${url}/settings/forms`);
    await page.getByText(/^(Форм пока нет|No forms yet)$/).waitFor();
  },
  'forms-loading': async (page) => {
    await unanswered(page, '**/ListForms');
    await page.goto(`${url}/settings/forms`);
    await page.locator('[class*=Skeleton]').first().waitFor();
  },
  'forms-failed': async (page) => {
    await refused(page, '**/ListForms');
    await page.goto(`${url}/settings/forms`);
    await page.getByRole('alert').first().waitFor();
  },
  'forms-new': async (page, set) => {
    await formScenes.forms(page, set);
    await page.getByRole('button', { name: /^(Новая форма|New form)$/ }).click();
    await page.getByRole('dialog').locator('select').waitFor();
  },
  'forms-one': (page, { forms }) => openOne(page, forms.full),
  'forms-fields': async (page, { forms }) => {
    await openOne(page, forms.full);
    await page.locator('[data-entry]').first().scrollIntoViewIfNeeded();
  },
  'forms-snippet': async (page, { forms }) => {
    await openOne(page, forms.full);
    await page.locator('[data-snippet]').scrollIntoViewIfNeeded();
  },
  'forms-builder': async (page, { forms }) => {
    await openOne(page, forms.builder);
    await page.locator('main ol').scrollIntoViewIfNeeded();
  },
  'forms-refusals': async (page, { forms }) => {
    await openOne(page, forms.full);
    await page.locator('[data-reason]').last().scrollIntoViewIfNeeded();
  },
  'forms-problem': async (page, { forms }) => {
    await openOne(page, forms.full);
    await page.getByRole('button', { name: /^(Добавить сайт|Add site)$/ }).click();
    await page.keyboard.type('shop.example/contacts');
    await save(page);
    await page.locator('[aria-invalid=true]').first().waitFor();
  },
};
