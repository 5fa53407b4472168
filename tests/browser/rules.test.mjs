// Stages with rules: what they ask for before a deal is moved, on the board and on the card, and how admins set them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newPhone, Person } from './support/api.mjs';
import { card, cardIn, goOffline, openBrowser, pageOf, unsent, url } from './support/browser.mjs';
import { eventually } from './support/eventually.mjs';
import { addFields, restoreAfterwards } from './support/fields.mjs';
import { StoryPipeline } from './support/pipelines.mjs';

const browser = await openBrowser();
const [admin, anna, olga] = [await Person.logIn('admin'), await Person.logIn('anna'), await Person.logIn('olga')];
const key = `rules_${Date.now()}`;
const pipeline = await StoryPipeline.create(admin, key, 'Двери на заказ');
// After the pipeline, whose rules read them.
await restoreAfterwards(admin, 'ENTITY_DEAL');
await addFields(admin, 'ENTITY_DEAL', [
  { key: 'story_subject', kind: 'KIND_TEXT', label: 'Предмет сделки', pipelines: [key] },
  {
    ...{ key: 'story_way', kind: 'KIND_CHOICE', label: 'Доставка', pipelines: [key] },
    choices: [{ key: 'pickup', name: 'самовывоз' }, { key: 'courier', name: 'курьер' }],
  },
]);

const fields = (...names) => ({ fields: { fields: names } });
const leave = (ask, more = {}) => ({ binding: 'BINDING_LEAVE', exceptLost: true, ...ask, ...more });
const enter = (ask, more = {}) => ({ binding: 'BINDING_ENTER', ...ask, ...more });
const sumAndSubject = leave(fields('deal.amount', 'deal.story_subject'));
const never = enter(
  { never: {} },
  { condition: { comparison: { field: 'deal.story_way', operator: 'OPERATOR_ONE_OF', values: [{ choice: 'pickup' }] } } },
);

const makeDeal = (name, more = {}, person = anna) => person.makeDeal(name, { pipeline: key, stage: 'work', ...more });
const stageOf = async (deal) => (await anna.getDeal(deal)).stage;
const isOn = (deal, stage) => eventually(async () => (await stageOf(deal)) === stage);

async function boardOf(who, options) {
  const page = await pageOf(browser, who, options);
  await page.goto(`${url}/board/${key}`);
  await page.locator('section[data-stage=offer]').waitFor();
  return page;
}

async function dragTo(page, deal, stage) {
  await card(page, deal).and(page.locator('[draggable=true]')).waitFor();
  await card(page, deal).dragTo(page.locator(`section[data-stage=${stage}] header`));
}

async function moveByKeys(page, deal, stage) {
  await card(page, deal).focus();
  await page.keyboard.press('m');
  await page.getByRole('group', { name: 'Этапы' }).getByText(stage).click();
}

const asking = (page) => page.getByRole('dialog', { name: /заполните недостающее$/ });
const askedIn = (form) => form.locator('[data-field]').evaluateAll((all) => all.map((field) => field.dataset.field));
const fill = (form, field, text) => form.locator(`[data-field="${field}"]`).getByRole('textbox').fill(text);
const submit = (form) => form.getByRole('button', { name: 'Заполнить и перенести' }).click();

// The calls of a method that a page makes.
function calls(page, method) {
  const made = [];
  page.on('request', (request) => request.url().endsWith(`DealService/${method}`) && made.push(request));
  return made;
}

const settingsOf = async (who = 'admin') => {
  const page = await pageOf(browser, who);
  await page.goto(`${url}/settings/pipelines/${key}`);
  return page;
};
const stageRow = (page, stage) => page.locator(`[data-stage-row=${stage}]`);
const openStage = async (page, stage) => {
  await stageRow(page, stage).getByRole('button').first().click();
  await page.getByRole('button', { name: 'Добавить правило' }).waitFor();
};

test('an admin says in a sentence what a stage asks for, and everybody’s board knows it at once', async () => {
  await pipeline.setRules({});
  const board = await boardOf('anna');
  const asked = calls(board, 'CanMove');
  const free = await makeDeal('Свободная');
  await dragTo(board, free, 'offer');
  await isOn(free, 'offer');
  assert.equal(asked.length, 0, 'nobody is asked about a pipeline without rules');

  const page = await settingsOf();
  await openStage(page, 'work');
  await page.getByLabel('Регламент: что делать на этапе').fill('Позвоните клиенту');
  await page.getByRole('button', { name: 'Добавить правило' }).click();
  await page.getByRole('button', { name: 'Поле', exact: true }).click();
  const list = page.getByRole('group', { name: 'Поля' });
  for (const name of ['Сумма', 'Предмет сделки']) await list.getByRole('button', { name, exact: true }).click();
  await page.getByText('Чтобы перейти дальше, заполните: Сумма, Предмет сделки (кроме перехода в отказ)').waitFor();
  await page.getByRole('button', { name: 'Сохранить' }).click();
  await page.getByText('Воронка сохранена').waitFor();
  const work = (await pipeline.get()).stages.find((stage) => stage.key === 'work');
  assert.equal(work.instruction, 'Позвоните клиенту');
  assert.deepEqual(work.rules, [{ key: 'rule_1', ...sumAndSubject }]);

  // The header of the column has it without a reload.
  await board.getByRole('button', { name: 'Об этапе «Взяли в работу»' }).click();
  const about = board.getByRole('dialog', { name: 'Этап «Взяли в работу»' });
  await about.getByText('Позвоните клиенту').waitFor();
  await about.getByText('Чтобы перейти дальше, заполните: Сумма, Предмет сделки (кроме перехода в отказ)').waitFor();
});

test('a drag that breaks a rule asks for just the missing fields, and moves the deal in one step', async () => {
  await pipeline.setRules({ work: [sumAndSubject] });
  const deal = await makeDeal('Без суммы', { fields: { story_subject: { text: 'Двери' } } });
  const page = await boardOf('anna');
  const moves = calls(page, 'MoveDeal');
  await dragTo(page, deal, 'offer');
  const form = asking(page);
  await form.waitFor();
  assert.deepEqual(await askedIn(form), ['deal.amount']);
  assert.equal(await stageOf(deal), 'work');
  await submit(form);
  await form.getByText('Заполните «Сумма».').waitFor();
  assert.equal(moves.length, 0);
  await fill(form, 'deal.amount', '12 500,50');
  await submit(form);
  await form.waitFor({ state: 'hidden' });
  await cardIn(page, 'offer', deal).waitFor();
  await isOn(deal, 'offer');
  assert.equal(moves.length, 1);
  assert.deepEqual((await anna.getDeal(deal)).amount, { minor: '1250050', currency: 'RUB' });
});

test('the same by the keyboard alone, and what is typed is kept until it is sent', async () => {
  await pipeline.setRules({ work: [sumAndSubject] });
  const deal = await makeDeal('С клавиатуры');
  const page = await boardOf('anna');
  await card(page, deal).focus();
  await page.keyboard.press('m');
  await page.getByRole('group', { name: 'Этапы' }).waitFor();
  await eventually(() => page.evaluate(() => document.activeElement?.textContent?.startsWith('Сделали')));
  await page.keyboard.press('Enter');
  const form = asking(page);
  await form.waitFor();
  assert.deepEqual(await askedIn(form), ['deal.amount', 'deal.story_subject']);
  await eventually(() => page.evaluate(() => document.activeElement?.closest('[data-field]')?.dataset.field === 'deal.amount'));
  await page.keyboard.type('100');
  await page.keyboard.press('Escape');
  await form.waitFor({ state: 'hidden' });
  assert.equal(await stageOf(deal), 'work');
  await moveByKeys(page, deal, 'Сделали предложение');
  assert.equal(await form.locator('[data-field="deal.amount"]').getByRole('textbox').inputValue(), '100');
  await fill(form, 'deal.story_subject', 'Окна');
  await page.keyboard.press('Enter');
  await isOn(deal, 'offer');
});

test('a refusal is shown at its field, and nothing that was typed is lost', async () => {
  await pipeline.setRules({ work: [leave(fields('deal.amount', 'contact.phones'))] });
  const contact = await anna.change('ContactService/CreateContact', { contact: { name: 'Ирина', emails: [`i${Date.now()}@example.com`] } });
  const deal = await makeDeal('Телефон клиента', { contactId: contact.id });
  const page = await boardOf('anna');
  await dragTo(page, deal, 'offer');
  const form = asking(page);
  await form.waitFor();
  assert.deepEqual(await askedIn(form), ['deal.amount', 'contact.phones']);
  await fill(form, 'deal.amount', '500');
  await fill(form, 'contact.phones', 'нет телефона');
  await submit(form);
  await form.locator('[data-field="contact.phones"] [aria-invalid=true]').waitFor();
  assert.equal(await form.locator('[data-field="deal.amount"]').getByRole('textbox').inputValue(), '500');
  assert.equal(await stageOf(deal), 'work');
  const phone = newPhone();
  await fill(form, 'contact.phones', phone);
  await submit(form);
  await isOn(deal, 'offer');
  assert.deepEqual((await anna.call('ContactService/GetContact', { contactId: contact.id })).phones, [phone]);
});

test('a deal without a client gets one first, and their phone is asked for only if it is still missing', async () => {
  await pipeline.setRules({ work: [leave(fields('contact.phones'))] });
  const deal = await makeDeal('Ещё без клиента');
  const page = await boardOf('anna');
  await dragTo(page, deal, 'offer');
  const form = asking(page);
  await form.getByText(/У сделки нет клиента, а этап спрашивает: Телефон/).waitFor();
  await form.getByRole('button', { name: 'Добавить клиента' }).click();
  await form.getByLabel('Имя').fill('Пётр');
  await form.getByLabel('Телефон').fill(newPhone());
  await form.getByRole('button', { name: 'Сохранить' }).click();
  await form.getByText('Всё заполнено. Теперь сделку можно перенести.').waitFor();
  await form.getByRole('button', { name: 'Перенести', exact: true }).click();
  await isOn(deal, 'offer');
});

test('while a card is dragged, columns say what they ask for and which of them refuse', async () => {
  await pipeline.setRules({ work: [sumAndSubject], sent: [never] });
  const deal = await makeDeal('Самовывоз', { fields: { story_way: { choice: 'pickup' } } });
  const page = await boardOf('anna');
  const asked = calls(page, 'CanMove');
  await card(page, deal).and(page.locator('[draggable=true]')).waitFor();
  await card(page, deal).hover();
  await page.mouse.down();
  const target = await page.locator('section[data-stage=sent] header').boundingBox();
  for (const step of [10, 5, 0]) await page.mouse.move(target.x + 20 + step, target.y + 10 + step);
  await page.locator('section[data-stage=sent][data-refuses=true]').getByText('Этап «Отправили заказ» не для этой сделки.').waitFor();
  await page.locator('section[data-stage=offer]').getByText('Попросит: Сумма, Предмет сделки').waitFor();
  await page.mouse.move(target.x + 25, target.y + 12);
  await page.mouse.up();
  const told = page.getByRole('dialog', { name: 'На этап «Отправили заказ» перенести нельзя' });
  await told.getByText('Этап «Отправили заказ» не для этой сделки.').waitFor();
  await told.getByRole('button', { name: 'Понятно' }).click();
  assert.equal(await page.locator('section[data-refuses=true]').count(), 0);
  assert.equal(asked.length, 1);
  assert.equal(await stageOf(deal), 'work');
});

test('a head of sales is bound by rules, too', async () => {
  await pipeline.setRules({ work: [sumAndSubject] });
  const deal = await makeDeal('И руководителю', { amount: { minor: '100', currency: 'RUB' } }, olga);
  const page = await boardOf('olga');
  await dragTo(page, deal, 'offer');
  const form = asking(page);
  await form.waitFor();
  assert.deepEqual(await askedIn(form), ['deal.story_subject']);
  await fill(form, 'deal.story_subject', 'Двери');
  await submit(form);
  await isOn(deal, 'offer');
});

test('a comment is asked for, and kept in the timeline', async () => {
  await pipeline.setRules({ work: [leave({ comment: {} })] });
  const deal = await makeDeal('С комментарием');
  const page = await boardOf('anna');
  await dragTo(page, deal, 'offer');
  const form = asking(page);
  await submit(form);
  await form.getByText('Напишите комментарий').waitFor();
  await form.getByLabel('Комментарий к переходу').fill('Клиент согласен на замер');
  await submit(form);
  await isOn(deal, 'offer');
  await page.goto(`${url}/deals/${deal.id}`);
  await page.getByRole('dialog').getByText('Клиент согласен на замер').waitFor();
});

test('a task is asked for, and planned without leaving the move', async () => {
  await pipeline.setRules({ work: [leave({ task: {} })] });
  const deal = await makeDeal('С задачей');
  const page = await boardOf('anna');
  await dragTo(page, deal, 'offer');
  const form = asking(page);
  await form.getByRole('button', { name: 'Запланировать задачу' }).click();
  await form.getByLabel('Что сделать').fill('Перезвонить');
  await form.getByRole('button', { name: 'Добавить' }).click();
  await form.getByText('Всё заполнено. Теперь сделку можно перенести.').waitFor();
  await form.getByRole('button', { name: 'Перенести', exact: true }).click();
  await isOn(deal, 'offer');
});

test('a loss asks for its reason and for missing fields at once; a stage may be a reason by itself', async () => {
  const asksOfLosses = { ...leave(fields('deal.story_subject')), exceptLost: false };
  await pipeline.setRules({ work: [asksOfLosses] });
  const deal = await makeDeal('Отказ с полем');
  const page = await boardOf('anna');
  await dragTo(page, deal, 'lost');
  const form = page.getByRole('dialog', { name: 'Почему сделка не состоялась?' });
  await form.waitFor();
  assert.deepEqual(await askedIn(form), ['deal.story_subject']);
  await form.getByRole('button', { name: 'Закрыть сделку' }).click();
  await form.getByText('Укажите причину отказа.').waitFor();
  await fill(form, 'deal.story_subject', 'Окна');
  await form.getByLabel('Причина').selectOption('price');
  await form.getByRole('button', { name: 'Закрыть сделку' }).click();
  await isOn(deal, 'lost');
  assert.equal((await anna.getDeal(deal)).lossReason, 'price');

  await pipeline.setStages({ lost: { lossReason: 'price' } });
  const spam = await makeDeal('Сразу причина');
  await moveByKeys(page, spam, 'Отказ');
  await eventually(async () => (await form.getByLabel('Причина').inputValue()) === 'price');
  await form.getByRole('button', { name: 'Закрыть сделку' }).click();
  await isOn(spam, 'lost');
});

test('the card marks what the next stage asks for, and says what to do on this one', async () => {
  await pipeline.setStages({
    work: { instruction: 'Узнайте, что нужно клиенту', rules: [{ key: 'sum', ...sumAndSubject }, { key: 'phone', ...leave(fields('contact.phones')) }] },
  });
  const deal = await makeDeal('Карточка с подсказкой');
  const page = await boardOf('anna');
  await page.goto(`${url}/deals/${deal.id}`);
  const dialog = page.getByRole('dialog', { name: deal.name });
  const guide = dialog.getByRole('region', { name: 'Что делать на этапе' });
  await guide.getByText('Узнайте, что нужно клиенту').waitFor();
  await guide.getByText('Осталось для «Сделали предложение»').waitFor();
  assert.deepEqual(await guide.getByRole('listitem').allInnerTexts(), ['Сумма', 'Предмет сделки', 'Телефон клиента']);
  assert.equal(await dialog.getByText('нужно для «Сделали предложение»').count(), 3);
  await anna.change('DealService/UpdateDeal', { dealId: deal.id, deal: { fields: { story_subject: { text: 'Двери' } } }, updateMask: 'fields.story_subject' });
  await eventually(async () => (await guide.getByRole('listitem').count()) === 2);
  await guide.getByRole('button', { name: 'Что делать на этапе' }).click();
  await guide.getByText('Узнайте, что нужно клиенту').waitFor({ state: 'hidden' });
  await page.reload();
  await guide.waitFor();
  assert.equal(await guide.getByText('Узнайте, что нужно клиенту').count(), 0);
});

test('without a connection a move waits, and its refusal is explained afterwards', async () => {
  await pipeline.setRules({ work: [sumAndSubject] });
  const deal = await makeDeal('Без связи');
  const page = await boardOf('anna');
  await card(page, deal).waitFor();
  await goOffline(page);
  await page.getByText(/Нет связи/).first().waitFor();
  await moveByKeys(page, deal, 'Сделали предложение');
  await cardIn(page, 'offer', deal).waitFor();
  await unsent(page).first().waitFor();
  await page.context().setOffline(false);
  const toast = page.getByRole('status').filter({ hasText: /Перемещение «Без связи» не выполнено/ });
  await toast.getByRole('button', { name: 'Заполнить' }).click();
  const form = asking(page);
  await form.waitFor();
  assert.deepEqual(await askedIn(form), ['deal.amount', 'deal.story_subject']);
  await cardIn(page, 'work', deal).waitFor();
});

test('what is wrong with a rule is said where it is', async () => {
  await pipeline.setRules({});
  const page = await settingsOf();
  await openStage(page, 'sent');
  await page.getByRole('button', { name: 'Добавить правило' }).click();
  await page.getByLabel('Что нужно').selectOption('never');
  await page.getByRole('button', { name: 'Сохранить' }).click();
  const condition = page.locator('[data-rule] fieldset').filter({ hasText: 'Этап не для сделок, у которых' });
  await condition.getByText('Скажите, каким сделкам этап недоступен.').waitFor();
  await page.getByText('Проверьте отмеченное.').waitFor();
  await condition.getByRole('button', { name: 'Условие', exact: true }).click();
  await condition.getByLabel('Поле условия').selectOption({ label: 'Доставка' });
  await condition.getByLabel('Сравнение').selectOption({ label: 'одно из' });
  await condition.getByRole('button', { name: 'самовывоз' }).click();
  await page.getByLabel('Когда').selectOption({ label: 'При переходе сюда' });
  await page.getByText('Сюда нельзя перейти (кроме перехода в отказ), если Доставка: самовывоз').waitFor();
  await page.getByRole('button', { name: 'Сохранить' }).click();
  await page.getByText('Воронка сохранена').waitFor();
  const sent = (await pipeline.get()).stages.find((stage) => stage.key === 'sent');
  assert.deepEqual(sent.rules, [{ key: 'rule_1', ...never, exceptLost: true }]);
});

// What a move to the stage lacks, by what the service says.
async function lackedOn(deal, stage) {
  const { verdicts } = await anna.call('DealService/CanMove', { dealId: deal.id, stage });
  return (verdicts[0].violations ?? []).map(({ reason }) => reason).sort();
}

const addRule = async (page, ask) => {
  await page.getByRole('button', { name: 'Добавить правило' }).click();
  await page.getByLabel('Что нужно').selectOption(ask);
};

test('an admin asks for attempts on one way, for an approval and for a checklist, and they bind', async () => {
  await pipeline.setRules({});
  const page = await settingsOf();
  await openStage(page, 'work');
  const checklist = page.getByRole('region', { name: 'Чек-лист этапа' });
  for (const [at, text] of ['Проверить оплату', 'Позвать курьера'].entries()) {
    await checklist.getByRole('button', { name: 'Добавить пункт' }).click();
    await checklist.getByRole('textbox', { name: `Пункт ${at + 1}`, exact: true }).fill(text);
  }
  await checklist.getByRole('button', { name: 'Пункт «Позвать курьера» выше' }).click();
  const courier = checklist.locator('[data-item]').first();
  await courier.getByText('Для всех сделок').click();
  await courier.getByRole('button', { name: 'Условие', exact: true }).click();
  await courier.getByLabel('Поле условия').selectOption({ label: 'Доставка' });
  await courier.getByLabel('Сравнение').selectOption({ label: 'одно из' });
  await courier.getByRole('button', { name: 'курьер', exact: true }).click();

  await addRule(page, 'attempts');
  await page.getByLabel('Попыток связаться, не меньше').fill('2');
  await page.getByText('Только при некоторых переходах').click();
  await page.getByRole('group', { name: 'Только при переходе на' }).getByLabel('Отправили заказ').check();
  const tried =
    'Чтобы перейти дальше, нужно не меньше 2 попыток связаться с клиентом (только при переходе на «Отправили заказ», кроме перехода в отказ)';
  await page.getByText(tried).waitFor();
  await addRule(page, 'approval');
  await page.getByLabel('Кто согласует').selectOption({ label: 'Руководитель отдела продаж' });
  await page.getByLabel('Сколько ждать ответа').fill('2');
  const agreed = 'Чтобы перейти дальше, нужно согласование: РОП, на ответ 2 часа (кроме перехода в отказ)';
  await page.getByText(agreed).waitFor();
  await addRule(page, 'checklist');
  const ticked = 'Чтобы перейти дальше, нужно отметить все пункты чек-листа (кроме перехода в отказ)';
  await page.getByText(ticked).waitFor();
  await page.getByRole('button', { name: 'Сохранить' }).click();
  await page.getByText('Воронка сохранена').waitFor();

  const work = (await pipeline.get()).stages.find((stage) => stage.key === 'work');
  assert.deepEqual(work.checklist, [
    {
      ...{ key: 'pozvat_kurera', text: 'Позвать курьера' },
      condition: { comparison: { field: 'deal.story_way', operator: 'OPERATOR_ONE_OF', values: [{ choice: 'courier' }] } },
    },
    { key: 'proverit_oplatu', text: 'Проверить оплату' },
  ]);
  assert.deepEqual(work.rules, [
    { key: 'rule_1', ...leave({ attempts: { atLeast: 2 } }), onlyStages: ['sent'] },
    { key: 'rule_2', ...leave({ approval: { role: 'ROLE_HEAD_OF_SALES', timeout: '7200s' } }) },
    { key: 'rule_3', ...leave({ checklist: {} }) },
  ]);

  const deal = await makeDeal('Всё по правилам', { fields: { story_way: { choice: 'pickup' } } });
  const board = await boardOf('anna');
  await board.getByRole('button', { name: 'Об этапе «Взяли в работу»' }).click();
  const about = board.getByRole('dialog', { name: 'Этап «Взяли в работу»' });
  for (const sentence of [tried, agreed, ticked]) await about.getByText(sentence).waitFor();
  await board.keyboard.press('Escape');
  assert.deepEqual(await lackedOn(deal, 'offer'), ['APPROVAL_REQUIRED', 'CHECKLIST_UNFINISHED']);
  assert.deepEqual(await lackedOn(deal, 'sent'), ['APPROVAL_REQUIRED', 'ATTEMPTS_REQUIRED', 'CHECKLIST_UNFINISHED']);

  for (const kind of ['KIND_CALL', 'KIND_MESSAGE']) {
    await anna.change('ActivityService/CreateActivity', { activity: { dealId: deal.id, kind } });
  }
  await anna.change('DealService/TickChecklistItem', { dealId: deal.id, item: 'proverit_oplatu' });
  const { id } = await anna.change('ApprovalService/CreateApproval', { approval: { dealId: deal.id, stage: 'sent' } });
  assert.deepEqual(await lackedOn(deal, 'sent'), ['APPROVAL_AWAITED']);
  await olga.change('ApprovalService/AnswerApproval', { approvalId: id, state: 'STATE_GIVEN' });
  assert.deepEqual(await lackedOn(deal, 'sent'), []);
  await dragTo(board, deal, 'sent');
  await isOn(deal, 'sent');
});

test('what is wrong with an item of a checklist and with a number is said where it is', async () => {
  await pipeline.setRules({});
  const page = await settingsOf();
  await openStage(page, 'offer');
  await addRule(page, 'checklist');
  await page.getByRole('button', { name: 'Сохранить' }).click();
  await page.getByText('У этапа нет чек-листа.').waitFor();
  const checklist = page.getByRole('region', { name: 'Чек-лист этапа' });
  await checklist.getByRole('button', { name: 'Добавить пункт' }).click();
  await page.getByRole('button', { name: 'Сохранить' }).click();
  await checklist.locator('[data-item] [aria-invalid=true]').waitFor();
  await checklist.getByRole('textbox', { name: 'Пункт 1', exact: true }).fill('Позвонить');
  await page.getByLabel('Что нужно').selectOption('attempts');
  await page.getByLabel('Попыток связаться, не меньше').fill('');
  await page.getByRole('button', { name: 'Сохранить' }).click();
  await page.getByText('Целое число от 1 до 100').waitFor();
  await page.getByLabel('Попыток связаться, не меньше').fill('3');
  await page.getByLabel('Считать попытки').selectOption({ label: 'за всё время сделки' });
  await page.getByRole('button', { name: 'Сохранить' }).click();
  await page.getByText('Воронка сохранена').waitFor();
  const offer = (await pipeline.get()).stages.find((stage) => stage.key === 'offer');
  assert.deepEqual(offer.checklist, [{ key: 'pozvonit', text: 'Позвонить' }]);
  assert.deepEqual(offer.rules, [{ key: 'rule_1', ...leave({ attempts: { atLeast: 3, inAll: true } }) }]);
});

test('items of a checklist are dragged into another order', async () => {
  await pipeline.setStages({ work: { checklist: [{ key: 'first', text: 'Сначала' }, { key: 'then', text: 'Потом' }] } });
  const page = await settingsOf();
  await openStage(page, 'work');
  await page.locator('[data-item=then] svg').first().dragTo(page.locator('[data-item=first]'));
  await page.getByRole('button', { name: 'Сохранить' }).click();
  await page.getByText('Воронка сохранена').waitFor();
  const work = (await pipeline.get()).stages.find((stage) => stage.key === 'work');
  assert.deepEqual(work.checklist.map((item) => item.key), ['then', 'first']);
});

test('a stage with deals cannot be removed, and comes back', async () => {
  await pipeline.setRules({});
  await makeDeal('Мешает');
  const page = await settingsOf();
  await openStage(page, 'work');
  await page.getByRole('button', { name: 'Убрать этап' }).click();
  await page.getByRole('button', { name: 'Сохранить' }).click();
  await page.getByText(/На этапе «Взяли в работу» \d+ /).first().waitFor();
  await page.getByRole('button', { name: 'Вернуть этап «Взяли в работу»' }).click();
  await stageRow(page, 'work').waitFor();
});

test('what somebody else has saved meanwhile is not lost', async () => {
  await pipeline.setRules({});
  const page = await settingsOf();
  await page.getByRole('textbox', { name: 'Название воронки' }).fill('Двери и окна');
  await pipeline.setStages({ work: { instruction: 'Чужая правка' } });
  await page.getByRole('button', { name: 'Загрузить' }).click();
  await page.getByRole('button', { name: 'Сохранить' }).click();
  await page.getByText('Воронка сохранена').waitFor();
  const saved = await pipeline.get();
  assert.equal(saved.name, 'Двери и окна');
  assert.equal(saved.stages[1].instruction, 'Чужая правка');
});

test('a stage is added, moved by its buttons and dragged; a pipeline is created and archived', async () => {
  const page = await pageOf(browser, 'admin');
  await page.goto(`${url}/settings/pipelines`);
  const name = `Окна ${Date.now()}`;
  await page.getByRole('button', { name: 'Новая воронка' }).click();
  await page.getByRole('dialog').getByLabel('Название воронки').fill(name);
  await page.getByRole('button', { name: 'Создать' }).click();
  await page.getByRole('heading', { name }).waitFor();
  await page.getByRole('button', { name: 'Добавить этап' }).click();
  await page.getByLabel('Название этапа').fill('Замер');
  await page.getByRole('button', { name: 'Этап «Замер» выше' }).click();
  await page.getByRole('button', { name: 'Сохранить' }).click();
  await page.getByText('Воронка сохранена').waitFor();
  const made = page.url().split('/').at(-1);
  const keys = async () => (await admin.call('PipelineService/GetPipeline', { pipeline: made })).stages.map((stage) => stage.key);
  assert.deepEqual(await keys(), ['new', 'zamer', 'at_work', 'won', 'lost']);
  await stageRow(page, 'zamer').getByRole('button').first().dragTo(stageRow(page, 'at_work'));
  await page.getByRole('button', { name: 'Сохранить' }).click();
  await eventually(async () => (await keys()).join() === 'new,at_work,zamer,won,lost');
  await page.getByRole('button', { name: 'Убрать в архив' }).click();
  await page.getByText(`Воронка «${name}» в архиве`).waitFor();
});

test('a manager has no settings of pipelines', async () => {
  const page = await settingsOf('anna');
  await page.getByText('Этот раздел — для администраторов').waitFor();
  assert.equal(await page.getByRole('navigation').getByRole('link', { name: 'Воронки', exact: true }).count(), 0);
});
