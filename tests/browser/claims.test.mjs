// Claims and other deals about a deal, and what pipelines are for.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newPhone, Person } from './support/api.mjs';
import { openBrowser, pageOf, url } from './support/browser.mjs';
import { eventually } from './support/eventually.mjs';
import { openDeal } from './support/field_rows.mjs';
import { addFields, restoreAfterwards } from './support/fields.mjs';
import { StoryPipeline } from './support/pipelines.mjs';

const browser = await openBrowser();
const [admin, anna, olga] = [await Person.logIn('admin'), await Person.logIn('anna'), await Person.logIn('olga')];
const key = `claims_${Date.now()}`;
const claims = await StoryPipeline.create(admin, key, 'Рекламации истории');
const errands = await StoryPipeline.create(admin, `errands_${Date.now()}`, 'Поручения истории');
await restoreAfterwards(admin, 'ENTITY_DEAL');
await addFields(admin, 'ENTITY_DEAL', [
  { key: 'told_kind', kind: 'KIND_TEXT', label: 'Вид рекламации', pipelines: [key] },
  { key: 'told_demand', kind: 'KIND_TEXT', label: 'Требование клиента', pipelines: [key] },
]);
await claims.change(() => ({ purpose: 'PURPOSE_CLAIMS', quickAddFields: ['contact.name', 'deal.told_kind', 'deal.told_demand'] }));
await errands.change(() => ({ purpose: 'PURPOSE_ERRANDS' }));

const linkedWith = async (deal) => (await anna.call('DealService/ListLinkedDeals', { dealId: deal.id })).deals ?? [];
const linkedIn = (dialog) => dialog.getByRole('region', { name: 'Связанные сделки' });
const inbox = async () => (await anna.inbox('ListNotifications', { pageSize: 50 })).notifications ?? [];

// Anna's, with a client.
async function sell(name) {
  const contact = await anna.change('ContactService/CreateContact', { contact: { name: 'Пётр Истцов', phones: [newPhone()] } });
  return anna.makeDeal(name, { contactId: contact.id, amount: { minor: '50000', currency: 'RUB' } });
}

// The dialog for a deal in this pipeline, after pressing what makes one.
async function asked(page, dialog, press, pipeline) {
  await linkedIn(dialog).getByRole('button', { name: press }).click();
  const form = page.getByRole('dialog', { name: press, exact: true });
  await form.getByLabel('Кто займётся').waitFor();
  const choice = form.getByLabel('Воронка');
  if (await choice.count()) await choice.selectOption(pipeline.key);
  return form;
}

test('a claim is made on the card of a sale, which stays as it is, and whoever sold is told', async () => {
  const sale = await sell(`Кухня ${Date.now()}`);
  const before = await anna.getDeal(sale);
  const annas = await pageOf(browser, 'anna');
  const hers = await openDeal(annas, sale);
  const page = await pageOf(browser, 'olga');
  const form = await asked(page, await openDeal(page, sale), 'Рекламация', claims);
  assert.equal(await form.getByText('Имя клиента').count(), 0);
  await form.getByRole('textbox', { name: 'Вид рекламации' }).fill('Брак');
  await form.getByRole('textbox', { name: 'Требование клиента' }).fill('Заменить дверцу');
  await form.getByLabel('Кто займётся').selectOption({ label: 'Я' });
  await form.getByRole('button', { name: 'Завести' }).click();

  const [claim] = await eventually(async () => {
    const found = await linkedWith(sale);
    return found.length > 0 && found;
  });
  await page.getByRole('dialog', { name: `Сделка #${claim.id}` }).waitFor();
  assert.deepEqual([claim.pipeline, claim.contactId, claim.responsibleUserId], [key, sale.contactId, olga.id]);
  assert.deepEqual(claim.fields, { told_kind: { text: 'Брак' }, told_demand: { text: 'Заменить дверцу' } });
  assert.deepEqual(await anna.getDeal(sale), before);

  // Whoever looks at the sale sees it at once.
  const row = linkedIn(hers).locator(`[data-linked-deal="${claim.id}"]`);
  await row.getByText('Новая заявка').waitFor();
  await hers.getByText('Заведена связанная сделка: Рекламации истории').waitFor();
  await olga.move(claim, 'work');
  await row.getByText('Взяли в работу').waitFor();
  const told = await eventually(async () => (await inbox()).find(({ kind, dealId }) => kind === 'KIND_DEAL_LINKED' && dealId === sale.id));
  assert.ok(told.text.includes(sale.name) && told.text.includes('заведена другая: Рекламации истории'), told.text);
});

test('a claim leads back to the sale, and has its timeline inside', async () => {
  const sale = await sell(`Шкаф ${Date.now()}`);
  await anna.change('TimelineService/AddNote', { dealId: sale.id, text: 'Обещали доставить к пятнице' });
  const name = `Сломан шкаф ${Date.now()}`;
  const claim = await olga.change('DealService/CreateLinkedDeal', { dealId: sale.id, deal: { pipeline: key, name } });
  const page = await pageOf(browser, 'anna');
  const dialog = await openDeal(page, claim);
  const source = dialog.getByRole('region', { name: 'По сделке' });
  assert.equal(await source.getByText('Обещали доставить к пятнице').count(), 0);
  await source.getByRole('button', { name: 'Лента исходной сделки' }).click();
  await source.getByText('Обещали доставить к пятнице').waitFor();
  await source.getByRole('link', { name: sale.name }).first().click();
  const opened = page.getByRole('dialog', { name: sale.name });
  await linkedIn(opened).getByRole('link', { name }).waitFor();
  await opened.locator('[data-kind=LINKED_DEAL_CREATED]').getByRole('link').click();
  await page.getByRole('dialog', { name }).waitFor();
});

test('what is wrong with a claim is said in the dialog, and what was typed stays', async () => {
  const sale = await sell(`Стол ${Date.now()}`);
  const page = await pageOf(browser, 'olga');
  const form = await asked(page, await openDeal(page, sale), 'Рекламация', claims);
  await form.getByRole('textbox', { name: 'Вид рекламации' }).fill('Брак');
  await page.route('**/CreateLinkedDeal', (route) => route.abort());
  await form.getByRole('button', { name: 'Завести' }).click();
  await form.getByRole('alert').or(form.getByText('Нет связи с сервером')).first().waitFor();
  assert.equal(await form.getByRole('textbox', { name: 'Вид рекламации' }).inputValue(), 'Брак');
  await page.unroute('**/CreateLinkedDeal');
  await form.getByRole('button', { name: 'Завести' }).click();
  await eventually(async () => (await linkedWith(sale)).length === 1);
});

test('another deal about a deal is nobody’s until a queue gives it to somebody', async () => {
  const sale = await sell(`Окна ${Date.now()}`);
  const page = await pageOf(browser, 'anna');
  const form = await asked(page, await openDeal(page, sale), 'Связанная сделка…', errands);
  const name = `Замерить проёмы ${Date.now()}`;
  await form.getByRole('textbox', { name: 'Название' }).fill(name);
  await form.getByRole('button', { name: 'Завести' }).click();
  await page.getByRole('dialog', { name }).waitFor();
  const [errand] = await linkedWith(sale);
  assert.deepEqual([errand.pipeline, errand.name, errand.responsibleUserId ?? '0'], [errands.key, name, '0']);
});

test('an admin says what a pipeline is for, and what inquiries need is not taken away', async () => {
  const page = await pageOf(browser, 'admin');
  await page.goto(`${url}/settings/pipelines/${errands.key}`);
  const purpose = page.getByRole('combobox', { name: 'Для чего эта воронка' });
  assert.equal(await purpose.locator('option:checked').innerText(), 'Поручения (To-Do)');
  await purpose.selectOption({ label: 'Подогрев' });
  await page.getByText('Держим связь, пока клиент не захочет купить.').waitFor();
  await page.getByRole('button', { name: 'Сохранить', exact: true }).click();
  await eventually(async () => (await errands.get()).purpose === 'PURPOSE_WARMING');

  await page.goto(`${url}/settings/pipelines/first_sales`);
  await purpose.selectOption({ label: 'Поручения (To-Do)' });
  await page.getByRole('button', { name: 'Сохранить', exact: true }).click();
  await page.getByText('В эту воронку приходят заявки: она должна быть воронкой продаж или лидов.').waitFor();
  await page.getByRole('button', { name: 'Не сохранять' }).click();
});
