// Stages with rules: what they ask for before a deal is moved, on the board and on the card.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newPhone, Person } from './support/api.mjs';
import { card, cardIn, goOffline, moveByKeys, openBrowser, unsent, url } from './support/browser.mjs';
import { eventually } from './support/eventually.mjs';
import { calls, dragTo, fields, leave, never, pipelineWithRules, sumAndSubject } from './support/rules.mjs';

const browser = await openBrowser();
const [admin, anna, olga] = [await Person.logIn('admin'), await Person.logIn('anna'), await Person.logIn('olga')];
const { pipeline, makeDeal, stageOf, isOn, boardOf } = await pipelineWithRules(browser, admin, anna);

const asking = (page) => page.getByRole('dialog', { name: /заполните недостающее$/ });
const askedIn = (form) => form.locator('[data-field]').evaluateAll((all) => all.map((field) => field.dataset.field));
const fill = (form, field, text) => form.locator(`[data-field="${field}"]`).getByRole('textbox').fill(text);
const submit = (form) => form.getByRole('button', { name: 'Заполнить и перенести' }).click();

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
