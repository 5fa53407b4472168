import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newPhone, Person } from './support/api.mjs';
import { card, openBrowser, pageOf, url } from './support/browser.mjs';
import { eventually } from './support/eventually.mjs';
import { openDeal } from './support/field_rows.mjs';
import { StoryPipeline } from './support/pipelines.mjs';

const browser = await openBrowser();
const anna = await Person.logIn('anna');
// Nobody but whoever leads reopens a deal here.
const forGood = await StoryPipeline.create(await Person.logIn('admin'), `for_good_${Date.now()}`, 'Закрывают насовсем');

test('on a phone no notice is over the button of the note', async () => {
  const deal = await anna.makeDeal('Записать сразу');
  const page = await pageOf(browser, 'anna', { width: 390, height: 844 });
  await page.goto(`${url}/deals/${deal.id}`);
  const dialog = page.getByRole('dialog', { name: deal.name });
  await dialog.getByRole('button', { name: 'Принято в работу' }).click();
  const toast = page.getByRole('status').getByText('Этап: «Принято в работу»');
  await toast.waitFor();
  await dialog.getByLabel('Примечание').fill('Почему перенёс');
  const button = await dialog.getByRole('button', { name: 'Добавить примечание' }).boundingBox();
  const shown = await toast.boundingBox();
  assert.ok(shown.y + shown.height < button.y);
  // A swipe goes through the text, a tap does not.
  const [x, y] = [shown.x + 5, shown.y + 5];
  const isInDeal = ([left, top]) => document.elementFromPoint(left, top).closest('[role=dialog]') !== null;
  assert.ok(await page.evaluate(isInDeal, [x, y]));
  await page.evaluate(() => addEventListener('click', () => (window.tapped = true)));
  await page.mouse.click(x, y);
  assert.equal(await page.evaluate(() => window.tapped), undefined);
  await page.mouse.click(x, button.y + button.height + 200);
  assert.equal(await page.evaluate(() => window.tapped), true);
});

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

test('an edit replaces what was saved meanwhile only if the user says so', async () => {
  const deal = await anna.makeDeal('Правят двое');
  const { page, dialog } = await opened(deal);
  await dialog.getByRole('button', { name: /^Сумма: / }).click();
  await dialog.getByRole('textbox', { name: 'Сумма' }).fill('777');
  await anna.change('DealService/UpdateDeal', { dealId: deal.id, deal: { amount: { minor: '55500', currency: 'RUB' } } });
  await page.keyboard.press('Enter');
  await dialog.getByText(/Пока вы писали, значение изменилось: «555\s₽»/).waitFor();
  assert.equal((await anna.getDeal(deal)).amount.minor, '55500');
  await dialog.getByRole('button', { name: 'Заменить' }).click();
  await eventually(async () => (await anna.getDeal(deal)).amount.minor === '77700');
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
  const { page } = await opened(deal);
  await anna.change('DealService/UpdateDeal', { dealId: deal.id, deal: { name: 'Стало' } });
  await page.getByRole('dialog', { name: 'Стало' }).getByText('Название: Было → Стало').waitFor();
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
  await question.getByText('Открыть сделку снова сможет только руководитель.').waitFor();
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

async function isFocused(locator) {
  try {
    await eventually(() => locator.evaluate((element) => element === document.activeElement));
  } catch (error) {
    const focused = await locator.page().evaluate(() => document.activeElement?.outerHTML.slice(0, 200));
    throw new Error(`the focus is on ${focused}`, { cause: error });
  }
}

test('the focus goes into what opens and returns to where it was', async () => {
  const deal = await anna.makeDeal('Куда смотрит клавиатура');
  const { page, dialog } = await opened(deal);
  for (const text of ['Первая', 'Вторая']) {
    await dialog.getByRole('button', { name: 'Новая задача' }).click();
    await isFocused(dialog.getByLabel('Что сделать'));
    await page.keyboard.type(text);
    await dialog.getByRole('button', { name: 'Добавить', exact: true }).click();
    await isFocused(dialog.getByRole('button', { name: 'Новая задача' }));
  }
  await dialog.getByRole('button', { name: 'Завершить: Первая' }).click();
  const form = page.getByRole('dialog', { name: 'Завершить: Первая' });
  await isFocused(form.getByLabel('Результат'));
  await page.keyboard.type('Договорились');
  await form.getByLabel('Запланировать следующую').uncheck();
  await form.getByRole('button', { name: 'Завершить', exact: true }).click();
  await isFocused(dialog.getByRole('button', { name: 'Завершить: Вторая' }));
});

test('Esc closes only the innermost, and what was typed is kept', async () => {
  const deal = await anna.makeDeal('Матрёшка');
  await anna.change('TaskService/CreateTask', {
    task: { dealId: deal.id, text: 'Позвонить', dueTime: new Date(Date.now() + 86_400_000).toISOString() },
  });
  const { page, dialog } = await opened(deal);
  await dialog.getByRole('button', { name: 'Завершить: Позвонить' }).click();
  const form = page.getByRole('dialog', { name: 'Завершить: Позвонить' });
  await form.getByLabel('Результат').fill('Думают');
  await page.keyboard.press('Escape');
  await form.waitFor({ state: 'hidden' });
  await dialog.getByRole('button', { name: 'Завершить: Позвонить' }).click();
  assert.equal(await form.getByLabel('Результат').inputValue(), 'Думают');
  await page.keyboard.press('Escape');

  await dialog.getByRole('button', { name: 'Новая задача' }).click();
  await page.keyboard.type('Отправить прайс');
  await page.keyboard.press('Escape');
  await dialog.getByLabel('Что сделать').waitFor({ state: 'hidden' });
  await dialog.getByRole('button', { name: 'Новая задача' }).click();
  assert.equal(await dialog.getByLabel('Что сделать').inputValue(), 'Отправить прайс');
  await page.keyboard.press('Escape');

  await dialog.getByRole('button', { name: 'Добавить клиента' }).click();
  await page.keyboard.type('Ирина');
  await page.keyboard.press('Escape');
  await dialog.getByRole('button', { name: 'Добавить клиента' }).click();
  assert.equal(await dialog.getByLabel('Имя').inputValue(), 'Ирина');
  await page.keyboard.press('Escape');

  await dialog.getByRole('button', { name: /^Название: / }).click();
  await page.keyboard.press('Escape');
  await isFocused(dialog.getByRole('button', { name: /^Название: / }));
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
});

test('Enter that ends a composition saves nothing', async () => {
  const deal = await anna.makeDeal('До набора');
  const { page } = await opened(deal);
  await page.getByRole('button', { name: /^Название: / }).click();
  const field = page.getByRole('textbox', { name: 'Название' });
  await field.fill('Полслова');
  await field.dispatchEvent('keydown', { key: 'Enter', keyCode: 229, isComposing: true });
  await field.dispatchEvent('keydown', { key: 'Enter', keyCode: 229 });
  await page.waitForTimeout(300);
  assert.equal((await anna.getDeal(deal)).name, 'До набора');
  await field.press('Enter');
  await eventually(async () => (await anna.getDeal(deal)).name === 'Полслова');
});

test('an amount is taken as people write it', async () => {
  const deal = await anna.makeDeal('Почём');
  const { page } = await opened(deal);
  for (const [text, minor] of [['12 500 руб.', '1250000'], ['12500,50 ₽', '1250050'], ['12.500,00', '1250000']]) {
    await page.getByRole('button', { name: /^Сумма: / }).click();
    await page.getByRole('textbox', { name: 'Сумма' }).fill(text);
    await page.keyboard.press('Enter');
    await eventually(async () => (await anna.getDeal(deal)).amount?.minor === minor);
  }
});

test('a client who is known under another name is taken only when the user says so', async () => {
  const phone = newPhone();
  const { id } = await anna.change('ContactService/CreateContact', { contact: { name: 'Ирина', phones: [phone] } });
  const deal = await anna.makeDeal('Знакомый номер');
  const { page, dialog } = await opened(deal);
  await page.getByRole('button', { name: 'Добавить клиента' }).click();
  await dialog.getByLabel('Имя').fill('Пётр');
  await dialog.getByLabel('Телефон').fill(phone);
  await page.getByRole('button', { name: 'Сохранить' }).click();
  await dialog.getByRole('alert').getByText('Такой клиент уже есть: Ирина').waitFor();
  assert.equal((await anna.getDeal(deal)).contactId ?? '0', '0');
  await page.getByRole('button', { name: 'Исправить' }).click();
  assert.equal(await dialog.getByLabel('Имя').inputValue(), 'Пётр');
  await page.getByRole('button', { name: 'Сохранить' }).click();
  await page.getByRole('button', { name: 'Указать этого клиента' }).click();
  await eventually(async () => (await anna.getDeal(deal)).contactId === id);
});

test('a colleague’s deal says whose it is, and what one may still do', async () => {
  const boris = await Person.logIn('boris');
  const deal = await boris.makeDeal('Сделка Бориса');
  const page = await pageOf(browser, 'anna');
  await page.goto(`${url}/deals/${deal.id}`);
  const dialog = page.getByRole('dialog', { name: deal.name });
  await dialog.getByText(/Сделку ведёт Борис\S*\. Вы можете добавить примечание или задачу себе/).waitFor();
  assert.equal(await dialog.getByRole('button', { name: /Изменить$/ }).count(), 0);
  assert.equal(await dialog.getByRole('button', { name: 'Добавить клиента' }).count(), 0);
  for (const stage of await dialog.getByRole('group', { name: 'Этап' }).getByRole('button').all()) {
    assert.ok(await stage.isDisabled());
  }
});

test('who may not reopen a deal is told so before closing it, and cannot move it afterwards', async () => {
  const deal = await anna.makeDeal('Закрыли насовсем', { pipeline: forGood.key });
  const page = await pageOf(browser, 'anna');
  const dialog = await openDeal(page, deal);
  const stages = dialog.getByRole('group', { name: 'Этап' });
  await stages.getByText('Отказ').click();
  const form = page.getByRole('dialog', { name: 'Почему сделка не состоялась?' });
  await form.getByText('Открыть сделку снова сможет только руководитель.').waitFor();
  await form.getByLabel('Причина').selectOption('other');
  await form.getByRole('button', { name: 'Закрыть сделку' }).click();
  await form.getByText('Напишите, что за причина').waitFor();
  await form.getByLabel('Комментарий').fill('Переехали');
  await form.getByRole('button', { name: 'Закрыть сделку' }).click();
  await dialog.getByText('Сделка закрыта. Открыть снова может руководитель.').waitFor();
  for (const stage of await stages.getByRole('button').all()) assert.ok(await stage.isDisabled());
});

test('a deal that does not exist can be closed', async () => {
  const page = await pageOf(browser, 'anna');
  await page.goto(`${url}/deals/999999`);
  await page.getByText('Такой сделки нет').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Закрыть' }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.waitForURL(/\/board\//);
});

test('a name cannot turn what stands next to it round', async () => {
  const deal = await anna.makeDeal('Кабель\u202E');
  const page = await pageOf(browser, 'anna');
  const isolation = await card(page, deal).locator('span').first().evaluate((name) => getComputedStyle(name).unicodeBidi);
  assert.equal(isolation, 'isolate');
  await card(page, deal).focus();
  await page.keyboard.press('m');
  await page.getByRole('dialog', { name: 'Куда переместить «Кабель»' }).waitFor();
});

test('the stages of a deal are named in full', async () => {
  const deal = await anna.makeDeal('Все этапы');
  const page = await pageOf(browser, 'anna');
  await page.goto(`${url}/deals/${deal.id}`);
  const names = page.getByRole('group', { name: 'Этап', exact: true }).locator('button > span');
  await names.first().waitFor();
  const cut = await names.evaluateAll((spans) =>
    spans.filter(({ scrollWidth, clientWidth, scrollHeight, clientHeight }) => scrollWidth > clientWidth + 1 || scrollHeight > clientHeight + 1).map(({ textContent }) => textContent),
  );
  assert.deepEqual(cut, []);
});
