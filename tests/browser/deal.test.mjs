import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { newPhone, Person } from './support/api.mjs';
import { card, launch, pageOf, url } from './support/browser.mjs';
import { eventually } from './support/eventually.mjs';

let browser;
let anna;
before(async () => {
  browser = await launch();
  anna = await Person.logIn('anna');
});
after(() => browser.close());

async function opened(deal) {
  const page = await pageOf(browser, 'anna');
  await card(page, deal).click();
  const dialog = page.getByRole('dialog', { name: deal.name });
  await dialog.waitFor();
  return { page, dialog };
}

test('name and amount are edited in place', async () => {
  const deal = await anna.makeDeal('Правка на месте');
  const { page } = await opened(deal);
  await page.getByRole('button', { name: /^Сумма: / }).click();
  await page.getByRole('textbox', { name: 'Сумма' }).fill('12 500,50');
  await page.keyboard.press('Enter');
  await eventually(async () => (await anna.getDeal(deal)).amount?.minor === '1250050');
  await page.getByRole('button', { name: /^Название: / }).click();
  await page.getByRole('textbox', { name: 'Название' }).fill('Другое имя');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Другое имя' }).waitFor();
});

test('a refusal by the service is shown at its field', async () => {
  const deal = await anna.makeDeal('Слишком длинно');
  const { page, dialog } = await opened(deal);
  await page.getByRole('button', { name: /^Название: / }).click();
  await page.getByRole('textbox', { name: 'Название' }).fill('я'.repeat(201));
  await page.keyboard.press('Enter');
  await dialog.getByText(/200/).waitFor();
  assert.equal(await page.getByRole('textbox', { name: 'Название' }).inputValue(), 'я'.repeat(201));
});

test('a client is added, and their phone is a link to call', async () => {
  const deal = await anna.makeDeal('Клиент');
  const { page, dialog } = await opened(deal);
  const digits = newPhone().slice(-7);
  await page.getByRole('button', { name: 'Добавить клиента' }).click();
  await dialog.getByLabel('Имя').fill('Ирина');
  await dialog.getByLabel('Телефон').fill(`8 (916) ${digits}`);
  await page.getByRole('button', { name: 'Сохранить' }).click();
  await dialog.locator(`a[href="tel:+7916${digits}"]`).waitFor();
});

test('a colleague’s note appears in the open card', async () => {
  const deal = await anna.makeDeal('Живая лента');
  const { dialog } = await opened(deal);
  await anna.change('TimelineService/AddNote', { dealId: deal.id, text: 'Клиент просил перезвонить' });
  await dialog.getByText('Клиент просил перезвонить').waitFor();
});

test('markup in user text is shown as text', async () => {
  const canary = '<img src=x onerror="window.canary=1"><script>window.canary=1</script>';
  const deal = await anna.makeDeal(canary);
  await anna.change('TimelineService/AddNote', { dealId: deal.id, text: canary });
  const { page, dialog } = await opened(deal);
  await dialog.getByText(canary).nth(1).waitFor();
  assert.equal(await page.evaluate(() => window.canary), undefined);
});

test('a task is completed with its result, and the next one is created in the same step', async () => {
  const deal = await anna.makeDeal('Следующий шаг');
  const { page, dialog } = await opened(deal);
  await page.getByRole('button', { name: 'Новая задача' }).click();
  await dialog.getByLabel('Что сделать').fill('Позвонить');
  await page.getByRole('button', { name: 'Добавить', exact: true }).click();
  await page.getByRole('button', { name: 'Завершить: Позвонить' }).click();
  const form = page.getByRole('dialog', { name: 'Завершить: Позвонить' });
  await form.getByLabel('Результат').fill('Прайс согласован');
  await form.getByLabel('Что сделать').fill('Отправить договор');
  await form.getByRole('button', { name: 'Завершить и запланировать' }).click();
  await page.getByRole('button', { name: 'Завершить: Отправить договор' }).waitFor();
  await dialog.getByText('Задача выполнена: Позвонить').waitFor();
  await dialog.getByText('Прайс согласован').waitFor();
});

test('the timeline says what an edit changed', async () => {
  const deal = await anna.makeDeal('Было');
  const { dialog } = await opened(deal);
  await anna.change('DealService/UpdateDeal', { dealId: deal.id, deal: { name: 'Стало' } });
  await dialog.getByText('Название: Было → Стало').waitFor();
});

test('a click on a stage moves the deal, and can be undone', async () => {
  const deal = await anna.makeDeal('Вернуть');
  const { page, dialog } = await opened(deal);
  await dialog.getByRole('group', { name: 'Этап' }).getByText('Прайс отправлен').click();
  await eventually(async () => (await anna.getDeal(deal)).stage === 'price_sent');
  await page.getByRole('status').getByRole('button', { name: 'Вернуть на «Новая заявка»' }).click();
  await eventually(async () => (await anna.getDeal(deal)).stage === 'new');
});

test('a click on the won stage asks first', async () => {
  const deal = await anna.makeDeal('Не сразу');
  const { page, dialog } = await opened(deal);
  const won = dialog.getByRole('group', { name: 'Этап' }).getByText('Успешно реализовано');
  await won.click();
  const question = page.getByRole('dialog', { name: 'Сделка состоялась?' });
  await question.getByText('Открыть её снова сможет только руководитель.').waitFor();
  await question.getByRole('button', { name: 'Отмена' }).click();
  await question.waitFor({ state: 'hidden' });
  assert.equal((await anna.getDeal(deal)).stage, 'new');
  await won.click();
  await question.getByRole('button', { name: 'Закрыть успешно' }).click();
  await eventually(async () => (await anna.getDeal(deal)).stage === 'won');
});

test('a deal is handed over together with its open tasks', async () => {
  const boris = await Person.logIn('boris');
  const deal = await anna.makeDeal('Передать');
  const dueTime = new Date(Date.now() + 86_400_000).toISOString();
  await anna.change('TaskService/CreateTask', { task: { dealId: deal.id, text: 'Отправить прайс', dueTime } });
  const page = await pageOf(browser, 'olga');
  await page.goto(`${url}/deals/${deal.id}`);
  const dialog = page.getByRole('dialog', { name: deal.name });
  await dialog.getByLabel('Ответственный').selectOption(boris.id);
  const question = page.getByRole('dialog', { name: /^Передать сделку: Борис/ });
  assert.equal(await question.getByLabel('Передать и 1 открытую задачу').isChecked(), true);
  await question.getByRole('button', { name: 'Передать' }).click();
  await eventually(async () => (await anna.getDeal(deal)).responsibleUserId === boris.id);
  const { tasks = [] } = await boris.call('TaskService/ListTasks', { dealId: deal.id });
  assert.deepEqual(
    tasks.map(({ assigneeUserId }) => assigneeUserId),
    [boris.id],
  );
  await dialog.getByText(/^Задача передана, теперь Борис.*: Отправить прайс$/).waitFor();
});

test('Back from a deal returns to the same place in the list of tasks', async () => {
  const run = Date.now();
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
  const deals = await Promise.all(Array.from({ length: 25 }, (_, at) => anna.makeDeal(`Прокрутка ${run}.${at}`)));
  for (const deal of deals) {
    await anna.change('TaskService/CreateTask', { task: { dealId: deal.id, text: deal.name, dueTime: tomorrow } });
  }
  const page = await pageOf(browser, 'anna');
  await page.getByRole('link', { name: /^Задачи/ }).click();
  const link = page.getByRole('link', { name: deals[24].name, exact: true });
  await link.scrollIntoViewIfNeeded();
  const place = (await link.boundingBox()).y;
  await link.click();
  await page.getByRole('dialog', { name: deals[24].name }).waitFor();
  await page.goBack();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  assert.equal((await link.boundingBox()).y, place);
});
