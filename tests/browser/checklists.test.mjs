// Checklists of stages, on the card and before a move; and closed deals that are reopened with a reason.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Person } from './support/api.mjs';
import { openBrowser, pageOf, url } from './support/browser.mjs';
import { eventually } from './support/eventually.mjs';
import { addFields, restoreAfterwards } from './support/fields.mjs';
import { StoryPipeline } from './support/pipelines.mjs';

const browser = await openBrowser();
const [admin, anna] = [await Person.logIn('admin'), await Person.logIn('anna')];
const key = `checklists_${Date.now()}`;
const pipeline = await StoryPipeline.create(admin, key, 'Выдача заказов');
await restoreAfterwards(admin, 'ENTITY_DEAL');
await addFields(admin, 'ENTITY_DEAL', [
  {
    ...{ key: 'story_delivery', kind: 'KIND_CHOICE', label: 'Как забирает', pipelines: [key] },
    choices: [{ key: 'pickup', name: 'самовывоз' }, { key: 'courier', name: 'курьер' }],
  },
]);

const byCourier = { comparison: { field: 'deal.story_delivery', operator: 'OPERATOR_ONE_OF', values: [{ choice: 'courier' }] } };
const checklist = [
  { key: 'call', text: 'Сообщить, что заказ готов' },
  { key: 'pack', text: 'Упаковать' },
  { key: 'car', text: 'Заказать машину', condition: byCourier },
];
const wholeChecklist = { key: 'whole', binding: 'BINDING_LEAVE', exceptLost: true, checklist: {} };
await pipeline.setStages({ work: { checklist, rules: [wholeChecklist] } });
// Without a checklist.
const shop = await StoryPipeline.create(admin, `${key}_shop`, 'Возвраты');

const makeDeal = (name, more = {}) => anna.makeDeal(name, { pipeline: key, stage: 'work', ...more });
const stageOf = async (deal) => (await anna.getDeal(deal)).stage;
const isOn = (deal, stage) => eventually(async () => (await stageOf(deal)) === stage);
const tickedOf = async (deal) => ((await anna.getDeal(deal)).checklistTicks?.ticks ?? []).map(({ item }) => item);

async function opened(deal, who = 'anna', options) {
  const page = await pageOf(browser, who, options);
  await page.goto(`${url}/deals/${deal.id}`);
  const dialog = page.getByRole('dialog', { name: deal.name });
  await dialog.waitFor();
  return { page, dialog, list: dialog.getByRole('region', { name: 'Чек-лист' }) };
}

const item = (list, name) => list.getByRole('checkbox', { name });
const stageButton = (dialog, name) => dialog.getByRole('group', { name: 'Этап', exact: true }).getByText(name);

test('an item that is pressed again and again ends as it was pressed last', async () => {
  const deal = await makeDeal('Заказ, который отмечают торопясь');
  const { page, list } = await opened(deal);
  // The first answer is the latest.
  let delay = 900;
  await page.route('**/TickChecklistItem', async (route) => {
    const wait = delay;
    delay = 0;
    await new Promise((resolve) => setTimeout(resolve, wait));
    await route.continue();
  });
  const call = item(list, 'Сообщить, что заказ готов');
  await call.click();
  await call.click();
  await call.click();
  await call.click();
  assert.equal(await call.isChecked(), false);
  await page.waitForTimeout(2_000);
  assert.equal(await call.isChecked(), false);
  assert.deepEqual(await tickedOf(deal), []);
});

test('an item is ticked by one press, and a colleague sees at once who ticked it', async () => {
  const deal = await makeDeal('Заказ с чек-листом');
  const { dialog, list } = await opened(deal);
  const others = await opened(deal, 'olga');
  await list.getByText('0 из 2').waitFor();
  await item(list, 'Сообщить, что заказ готов').check();
  await others.list.getByText('1 из 2').waitFor();
  await eventually(async () => (await others.list.getByRole('listitem').first().getAttribute('title'))?.startsWith('Анна'));
  assert.deepEqual(await tickedOf(deal), ['call']);
  await dialog.getByText('Чек-лист: отмечено «Сообщить, что заказ готов»').waitFor();
  await item(others.list, 'Сообщить, что заказ готов').uncheck();
  await list.getByText('0 из 2').waitFor();
  await dialog.getByText('Чек-лист: снята отметка «Сообщить, что заказ готов»').waitFor();
});

test('an item that is not for every deal comes with what makes it one of this deal', async () => {
  const deal = await makeDeal('Сначала самовывоз', { fields: { story_delivery: { choice: 'pickup' } } });
  const { list } = await opened(deal);
  await list.getByText('0 из 2').waitFor();
  await anna.change('DealService/UpdateDeal', { dealId: deal.id, deal: { fields: { story_delivery: { choice: 'courier' } } } });
  await list.getByText('0 из 3').waitFor();
  await item(list, 'Заказать машину').check();
  await eventually(async () => (await tickedOf(deal)).includes('car'));
});

test('a tick that does not arrive is taken back, and that is told', async () => {
  const deal = await makeDeal('Без связи с чек-листом');
  const { page, list } = await opened(deal);
  await page.route('**/TickChecklistItem', (route) => route.abort());
  await item(list, 'Упаковать').click();
  await page.getByRole('status').getByRole('button').first().waitFor();
  await eventually(async () => !(await item(list, 'Упаковать').isChecked()));
  assert.deepEqual(await tickedOf(deal), []);
});

test('whoever may not change the deal cannot tick', async () => {
  const boris = await Person.logIn('boris');
  const deal = await boris.makeDeal('Чужой чек-лист', { pipeline: key, stage: 'work' });
  const { list } = await opened(deal);
  assert.ok(await item(list, 'Упаковать').isDisabled());
});

for (const width of [1440, 390]) {
  test(`what is not ticked is ticked in the dialog of the move, at ${width} px`, async () => {
    const deal = await makeDeal(`Не всё отмечено ${width}`);
    await anna.change('DealService/TickChecklistItem', { dealId: deal.id, item: 'call' });
    const { page, dialog } = await opened(deal, 'anna', { width, height: 844 });
    await dialog.getByText('чек-лист', { exact: true }).waitFor();
    await stageButton(dialog, 'Сделали предложение').click();
    const form = page.getByRole('dialog', { name: /заполните недостающее$/ });
    await form.getByRole('checkbox', { name: 'Упаковать' }).waitFor();
    assert.equal(await form.getByRole('checkbox').count(), 1);
    assert.ok(await form.getByRole('button', { name: 'Перенести', exact: true }).isDisabled());
    await form.getByRole('checkbox', { name: 'Упаковать' }).check();
    await form.getByText('Всё заполнено. Теперь сделку можно перенести.').waitFor();
    await form.getByRole('button', { name: 'Перенести', exact: true }).click();
    await isOn(deal, 'offer');
  });
}

const lose = (deal) => anna.change('DealService/MoveDeal', { dealId: deal.id, stage: 'lost', lossReason: 'price' });

test('an admin says for how long managers may reopen what they lost; then they do so, with a reason', async () => {
  const settings = await pageOf(browser, 'admin');
  await settings.goto(`${url}/settings/pipelines/${shop.key}`);
  await settings.getByLabel('Сколько дней менеджер может вернуть свой отказ').fill('30');
  await settings.getByRole('button', { name: 'Сохранить' }).click();
  await settings.getByText('Воронка сохранена').waitFor();
  assert.equal((await shop.get()).reopenDays, 30);

  const deal = await makeDeal('Клиент вернулся', { pipeline: shop.key });
  await lose(deal);
  const { page, dialog } = await opened(deal);
  await dialog.getByText('Закрыта', { exact: true }).waitFor();
  await dialog.getByText('Дорого').first().waitFor();
  await dialog.getByRole('button', { name: 'Вернуть в работу' }).click();
  const where = dialog.getByRole('group', { name: 'На какой этап вернуть?' });
  assert.equal(await where.getByRole('button', { name: 'Отказ' }).count(), 0);
  await where.getByRole('button', { name: 'Взяли в работу' }).click();
  const form = page.getByRole('dialog', { name: /заполните недостающее$/ });
  await form.getByRole('button', { name: 'Заполнить и перенести' }).click();
  await form.getByText('Напишите комментарий').waitFor();
  await form.getByLabel('Почему сделка возвращается').fill('Согласился на рассрочку');
  await form.getByRole('button', { name: 'Заполнить и перенести' }).click();
  await isOn(deal, 'work');
  await dialog.getByText('Согласился на рассрочку').waitFor();
  await dialog.getByText('Возвращена в работу').waitFor();
  await dialog.getByText('Закрывалась раньше').waitFor();
});

test('what was won is for a head of sales to reopen', async () => {
  const deal = await makeDeal('Продали и вернули', { pipeline: shop.key });
  await anna.change('DealService/MoveDeal', { dealId: deal.id, stage: 'won' });
  const { dialog } = await opened(deal);
  await dialog.getByText('Сделка закрыта. Открыть снова может руководитель.').waitFor();
  assert.equal(await dialog.getByRole('button', { name: 'Вернуть в работу' }).count(), 0);
  const head = await opened(deal, 'olga');
  await head.dialog.getByRole('button', { name: 'Вернуть в работу' }).waitFor();
});

test('the amount is rough until somebody confirms it, and again when it changes', async () => {
  const deal = await makeDeal('Сколько стоит', { amount: { minor: '500000', currency: 'RUB' } });
  const { dialog } = await opened(deal);
  const mark = dialog.getByRole('switch', { name: 'Сумма подтверждена' });
  await mark.filter({ hasText: 'примерно' }).click();
  await mark.filter({ hasText: 'подтверждена' }).waitFor();
  await eventually(async () => (await anna.getDeal(deal)).amountConfirmed === true);
  await anna.change('DealService/UpdateDeal', { dealId: deal.id, deal: { amount: { minor: '600000', currency: 'RUB' } } });
  await mark.filter({ hasText: 'примерно' }).waitFor();
});

test('a deadline is shown where the deal has one', async () => {
  const without = await opened(await makeDeal('Без срока'));
  await without.dialog.getByText('Создана', { exact: true }).waitFor();
  assert.equal(await without.dialog.getByText('Срок', { exact: true }).count(), 0);
  const deal = await makeDeal('К сроку', { deadline: '2031-05-06T09:00:00Z' });
  const { dialog } = await opened(deal);
  await dialog.getByRole('button', { name: /^Срок: .*2031/ }).click();
  await dialog.getByLabel('Срок', { exact: true }).fill('2032-05-06T12:00');
  await dialog.getByLabel('Срок', { exact: true }).press('Enter');
  await eventually(async () => (await anna.getDeal(deal)).deadline?.startsWith('2032-05-06'));
});
