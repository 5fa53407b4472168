// Leads: how one becomes a deal, how that is taken back, and how a client who refuses is kept.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newPhone, Person } from './support/api.mjs';
import { openBrowser, pageOf, url } from './support/browser.mjs';
import { eventually } from './support/eventually.mjs';
import { openDeal } from './support/field_rows.mjs';
import { addFields, restoreAfterwards } from './support/fields.mjs';
import { StoryPipeline } from './support/pipelines.mjs';

const browser = await openBrowser();
const [admin, anna] = [await Person.logIn('admin'), await Person.logIn('anna')];
const leads = await StoryPipeline.create(admin, `leads_${Date.now()}`, 'Лиды истории');
await leads.change(() => ({ purpose: 'PURPOSE_LEADS' }));
await restoreAfterwards(admin, 'ENTITY_CONTACT');
await addFields(admin, 'ENTITY_CONTACT', [
  { key: 'told_mailings', kind: 'KIND_CHOICES', label: 'Рассылка истории', choices: [{ key: 'wallets', name: 'о кошельках' }] },
]);

const makeLead = (name, more = {}) => anna.makeDeal(name, { pipeline: leads.key, stage: 'work', ...more });
const meet = (name, phones = [newPhone()]) => anna.change('ContactService/CreateContact', { contact: { name, phones } });
const endings = (dialog) => dialog.getByRole('region', { name: 'Лид', exact: true });
const madeOf = async (lead) => (await anna.call('DealService/ListLinkedDeals', { dealId: lead.id })).deals ?? [];

test('a lead becomes a deal by one press, and comes back while nothing was built on it', async () => {
  const contact = await meet('Пётр Лидов');
  const lead = await makeLead(`Портмоне ${Date.now()}`, { contactId: contact.id, amount: { minor: '50000', currency: 'RUB' } });
  const page = await pageOf(browser, 'anna');
  const dialog = await openDeal(page, lead);
  await dialog.getByText(`Лид #${lead.id}`).waitFor();
  await endings(dialog).getByRole('button', { name: 'Сконвертировать' }).click();
  const asked = page.getByRole('dialog', { name: 'Сделка из лида' });
  await asked.waitFor();
  const choice = asked.getByLabel('Воронка сделки');
  if (await choice.count()) await choice.selectOption('first_sales');
  assert.equal(await asked.getByLabel('Имя').count(), 0);
  await asked.getByRole('button', { name: 'Сконвертировать' }).click();

  const [deal] = await eventually(async () => {
    const found = await madeOf(lead);
    return found.length > 0 && found;
  });
  assert.deepEqual([deal.name, deal.contactId, deal.amount.minor], [lead.name, contact.id, '50000']);
  // In the toast, which does not stay for long.
  await page.getByRole('button', { name: 'Вернуть лид' }).first().click();
  await eventually(async () => (await anna.getDeal(lead)).stage === 'work');
  assert.equal((await anna.getDeal(deal)).state, 'STATE_LOST');

  const source = (await openDeal(page, deal)).getByRole('region', { name: 'Из лида' });
  await source.getByRole('button', { name: 'Лента лида' }).click();
  await source.getByText('Из лида сделана сделка').waitFor();
  await source.getByText('Конверсия лида отменена').waitFor();
});

test('what stands in the way of bringing a lead back is said at once', async () => {
  const contact = await meet('Вера Лидова');
  const lead = await makeLead(`Кошелёк ${Date.now()}`, { contactId: contact.id });
  const { deal } = await anna.change('LeadService/ConvertLead', { dealId: lead.id, pipeline: 'first_sales' });
  await anna.change('TimelineService/AddNote', { dealId: deal.id, text: 'Ждёт счёт' });
  await anna.move(deal, 'accepted');
  const page = await pageOf(browser, 'anna');
  const dialog = await openDeal(page, lead);
  await endings(dialog).getByRole('button', { name: 'Вернуть лид' }).click();
  await page.getByText('Сделку двигали по этапам.').first().waitFor();
  await page.getByText('В сделке есть примечания').first().waitFor();
  assert.equal((await anna.getDeal(lead)).state, 'STATE_WON');
});

test('the client and the company that a lead lacks are typed in the dialog, also after a press on the won stage', async () => {
  const lead = await makeLead(`Ремень ${Date.now()}`);
  const page = await pageOf(browser, 'anna');
  const dialog = await openDeal(page, lead);
  await dialog.getByRole('group', { name: 'Этап' }).getByText('Продали').click();
  const asked = page.getByRole('dialog', { name: 'Сделка из лида' });
  await asked.getByRole('button', { name: 'Сконвертировать' }).click();
  await asked.getByText('Укажите имя').waitFor();
  await asked.getByText('Укажите телефон').waitFor();
  await asked.getByLabel('Имя').fill('Инна Лидова');
  await asked.getByLabel('Телефон').fill(newPhone());
  await asked.getByLabel('Платит юридическое лицо').check();
  const company = `Ромашка лидов ${Date.now()}`;
  await asked.getByLabel('Компания').fill(company);
  await asked.getByRole('button', { name: 'Сконвертировать' }).click();
  const [deal] = await eventually(async () => {
    const found = await madeOf(lead);
    return found.length > 0 && found;
  });
  const made = await anna.call('CompanyService/GetCompany', { companyId: deal.companyId });
  assert.equal(made.name, company);
});

test('what the rules of both stages lack is filled in, and the stage of the deal is chosen', async () => {
  const sales = await StoryPipeline.create(admin, `lead_sales_${Date.now()}`, 'Продажи из лидов');
  const asks = (...names) => ({ binding: 'BINDING_LEAVE', fields: { fields: names } });
  await leads.setRules({ work: [{ binding: 'BINDING_LEAVE', task: {} }, asks('contact.emails')] });
  await sales.setRules({ work: [asks('deal.amount', 'deal.company_id')] });
  const contact = await meet('Лев Лидов');
  const lead = await makeLead(`Портфель ${Date.now()}`, { contactId: contact.id });
  const page = await pageOf(browser, 'anna');
  const dialog = await openDeal(page, lead);
  await endings(dialog).getByRole('button', { name: 'Сконвертировать' }).click();
  const asked = page.getByRole('dialog', { name: 'Сделка из лида' });
  await asked.getByLabel('Воронка сделки').selectOption(sales.key);
  assert.equal(await asked.getByLabel('Этап сделки').inputValue(), 'work');
  await asked.getByLabel('Этап сделки').selectOption('offer');
  const becomes = asked.getByRole('list', { name: 'Что получится' });
  await becomes.getByText('Контакт: Лев Лидов').waitFor();
  await becomes.getByText(`Сделка: ${lead.name}, «Продажи из лидов», этап «Сделали предложение»`).waitFor();

  const field = (name) => asked.locator(`[data-field="${name}"]`);
  await field('deal.amount').waitFor();
  await asked.getByRole('button', { name: 'Сконвертировать' }).click();
  await asked.getByText('Заполните «Сумма».').waitFor();
  await asked.getByText('Укажите компанию').waitFor();
  await field('deal.amount').getByRole('textbox').fill('900');
  await field('contact.emails').getByRole('textbox').fill('lev@example.com');
  const company = `Портфели ${Date.now()}`;
  await asked.getByLabel('Компания').fill(company);
  await becomes.getByText(`Новая компания: ${company}`).waitFor();
  await asked.getByRole('button', { name: 'Запланировать задачу' }).click();
  await asked.getByLabel('Что сделать').fill('Позвонить Льву');
  await asked.getByRole('region', { name: 'Задачи' }).getByRole('button', { name: 'Добавить' }).click();
  await asked.getByRole('region', { name: 'Задачи' }).waitFor({ state: 'hidden' });
  await asked.getByRole('button', { name: 'Сконвертировать' }).click();

  const [deal] = await eventually(async () => {
    const found = await madeOf(lead);
    return found.length > 0 && found;
  });
  assert.deepEqual([deal.pipeline, deal.stage, deal.amount.minor], [sales.key, 'offer', '90000']);
  assert.equal((await anna.call('CompanyService/GetCompany', { companyId: deal.companyId })).name, company);
  assert.deepEqual((await anna.call('ContactService/GetContact', { contactId: contact.id })).emails, ['lev@example.com']);
  await leads.setRules({});
});

test('a lead who refuses stays as a contact, on a mailing list and with a task for later', async () => {
  const lead = await makeLead(`Визитница ${Date.now()}`);
  const page = await pageOf(browser, 'anna');
  const dialog = await openDeal(page, lead);
  await endings(dialog).getByRole('button', { name: 'Отказ' }).click();
  const asked = page.getByRole('dialog', { name: 'Почему клиент отказался' });
  await asked.getByRole('button', { name: 'Закрыть лид' }).click();
  await asked.getByText('Укажите причину отказа.').waitFor();
  await asked.getByLabel('Причина').selectOption({ label: 'Дорого' });
  await asked.getByLabel('Имя').fill('Зоя Лидова');
  await asked.getByLabel('о кошельках').check();
  await asked.getByRole('button', { name: 'Закрыть лид' }).click();
  await page.getByText('Лид закрыт, контакт остался в базе').waitFor();
  const refused = await anna.getDeal(lead);
  assert.deepEqual([refused.state, refused.lossReason], ['STATE_LOST', 'price']);
  const contact = await anna.call('ContactService/GetContact', { contactId: refused.contactId });
  assert.deepEqual([contact.name, contact.fields], ['Зоя Лидова', { told_mailings: { choices: { keys: ['wallets'] } } }]);
  const { tasks } = await anna.call('TaskService/ListTasks', { dealId: lead.id });
  assert.deepEqual(tasks.map(({ text, contactId }) => [text, contactId]), [['Предложить ещё раз', refused.contactId]]);
});

test('on the board of leads, leads are added', async () => {
  const page = await pageOf(browser, 'anna');
  await page.goto(`${url}/board/${leads.key}`);
  await page.getByRole('button', { name: 'Новый лид в этапе «Взяли в работу»' }).waitFor();
});
