// Moves that whoever leads sales agrees to: asked for in the dialog of the move, answered on the card or among the tasks.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Person } from './support/api.mjs';
import { gone, openBrowser, pageOf, url } from './support/browser.mjs';
import { eventually } from './support/eventually.mjs';
import { openDeal } from './support/field_rows.mjs';
import { StoryPipeline } from './support/pipelines.mjs';

const browser = await openBrowser();
const [admin, anna, olga] = [await Person.logIn('admin'), await Person.logIn('anna'), await Person.logIn('olga')];
const key = `approvals_${Date.now()}`;
const pipeline = await StoryPipeline.create(admin, key, 'Скидки');
await pipeline.setRules({ work: [{ binding: 'BINDING_LEAVE', exceptLost: true, approval: { role: 'ROLE_HEAD_OF_SALES' } }] });

const makeDeal = (name) => anna.makeDeal(name, { pipeline: key, stage: 'work' });
const stageOf = async (deal) => (await anna.getDeal(deal)).stage;
const isOn = (deal, stage) => eventually(async () => (await stageOf(deal)) === stage);
const ask = (deal, comment) =>
  anna.change('ApprovalService/CreateApproval', { approval: { dealId: deal.id, stage: 'offer', comment } });

const give = async (place, comment = '') => {
  await place.getByRole('button', { name: 'Согласовать' }).click();
  await place.getByLabel('Комментарий (можно не писать)').fill(comment);
  await place.getByRole('button', { name: 'Согласовать' }).click();
};
const price = (deal, minor) =>
  anna.change('DealService/UpdateDeal', { dealId: deal.id, deal: { amount: { minor, currency: 'RUB' } } });

const blockIn = (dialog) => dialog.getByRole('region', { name: 'Согласование' });
// Its title says what is lacking.
const moving = (page) => page.getByRole('dialog', { name: /^На этап «Сделали предложение»/ });
const chooseStage = (dialog) => dialog.getByRole('group', { name: 'Этап' }).getByText('Сделали предложение').click();

async function opened(deal, who = 'anna') {
  const page = await pageOf(browser, who);
  return { page, dialog: await openDeal(page, deal) };
}

test('a manager asks for an approval in the dialog of the move, the head gives it, and the deal moves', async () => {
  const deal = await makeDeal('Скидка 10%');
  const { page, dialog } = await opened(deal);
  const { page: heads, dialog: theirs } = await opened(deal, 'olga');
  await chooseStage(dialog);
  const form = moving(page);
  await form.getByLabel('Что нужно знать руководителю').fill('Иначе уйдут к другим');
  await form.getByRole('button', { name: 'Запросить согласование' }).click();
  await form.getByText('Ждём согласования.').waitFor();
  assert.equal(await form.getByRole('button', { name: 'Перенести' }).isDisabled(), true);

  await blockIn(theirs).getByText('Ждём согласования: этап «Сделали предложение»').waitFor();
  await blockIn(theirs).getByText('Иначе уйдут к другим').waitFor();
  await give(blockIn(theirs), 'До пятницы');
  await form.getByText('Всё заполнено. Теперь сделку можно перенести.').waitFor();
  await page.keyboard.press('Escape');
  await form.waitFor({ state: 'hidden' });
  await blockIn(dialog).getByText('Согласовано: можно переводить на этап «Сделали предложение»').waitFor();
  await blockIn(dialog).getByText('До пятницы').waitFor();
  await dialog.getByText('Согласовано: этап «Сделали предложение»').waitFor();
  await blockIn(dialog).getByRole('button', { name: 'Перевести на «Сделали предложение»' }).click();
  await isOn(deal, 'offer');
  await gone(blockIn(dialog));
});

test('a refusal says why, and the approval can be asked for again', async () => {
  const deal = await makeDeal('Скидка 50%');
  await ask(deal, 'Просит половину');
  const { page: heads, dialog: theirs } = await opened(deal, 'olga');
  await blockIn(theirs).getByRole('button', { name: 'Отказать' }).click();
  await blockIn(theirs).getByRole('button', { name: 'Отказать' }).click();
  await blockIn(theirs).getByText('Напишите, почему отказываете').waitFor();
  await blockIn(theirs).getByLabel('Почему отказываете').fill('Ниже себестоимости');
  await blockIn(theirs).getByRole('button', { name: 'Отказать' }).click();
  await blockIn(theirs).getByText('Не согласовано: этап «Сделали предложение»').waitFor();

  const { page, dialog } = await opened(deal);
  await blockIn(dialog).getByText('Ниже себестоимости').waitFor();
  assert.equal(await blockIn(dialog).getByRole('button').count(), 0);
  await chooseStage(dialog);
  await moving(page).getByRole('button', { name: 'Запросить согласование' }).click();
  await moving(page).getByText('Ждём согласования.').waitFor();
  await blockIn(theirs).getByText('Ждём согласования: этап «Сделали предложение»').waitFor();
  assert.equal(await stageOf(deal), 'work');
});

test('what waits for the head is above their tasks, and leads to the deal', async () => {
  const deal = await makeDeal('Отсрочка платежа');
  const page = await pageOf(browser, 'olga');
  await page.goto(`${url}/tasks`);
  const approval = await ask(deal, 'На месяц');
  const waiting = page.getByRole('region', { name: 'Ждут вашего согласования' });
  const row = waiting.locator(`[data-approval="${approval.id}"]`);
  await row.getByText('На месяц').waitFor();
  await row.getByRole('button', { name: 'Отсрочка платежа' }).click();
  const dialog = page.getByRole('dialog', { name: 'Отсрочка платежа' });
  await dialog.waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  await give(row);
  await gone(row);
});

test('whoever is asked is notified, and no more once it is answered; whoever asked hears the answer', async () => {
  const deal = await makeDeal('Бесплатная доставка');
  const approval = await ask(deal, 'Большой заказ');
  const told = async (person, kind) =>
    ((await person.inbox('ListNotifications')).notifications ?? []).find((each) => each.dealId === deal.id && each.kind === kind);
  await eventually(async () => (await told(olga, 'KIND_APPROVAL_ASKED'))?.state === 'STATE_UNREAD');
  assert.match((await told(olga, 'KIND_APPROVAL_ASKED')).text, /Просят согласовать сделку «Бесплатная доставка».*Большой заказ/);
  await olga.change('ApprovalService/AnswerApproval', { approvalId: approval.id, state: 'STATE_GIVEN' });
  await eventually(async () => (await told(olga, 'KIND_APPROVAL_ASKED'))?.state === 'STATE_ACKNOWLEDGED');
  await eventually(async () => (await told(anna, 'KIND_APPROVAL_GIVEN')) !== undefined);
});

const outdated = 'Условия изменились, согласование больше не действует: этап «Сделали предложение»';

test('what was agreed to for one amount does not hold for another, and both are told', async () => {
  const deal = await makeDeal('Цена поплыла');
  await price(deal, '10000000');
  const approval = await ask(deal, 'Скидка 10%');
  await olga.change('ApprovalService/AnswerApproval', { approvalId: approval.id, state: 'STATE_GIVEN' });
  const { page, dialog } = await opened(deal);
  await blockIn(dialog).getByText('Согласовано: можно переводить').waitFor();
  await price(deal, '5000000');
  await blockIn(dialog).getByText(outdated).waitFor();
  assert.equal(await blockIn(dialog).getByRole('button').count(), 0);
  const told = async () =>
    ((await olga.inbox('ListNotifications')).notifications ?? []).find(
      (each) => each.dealId === deal.id && each.kind === 'KIND_APPROVAL_OUTDATED',
    );
  await eventually(async () => (await told()) !== undefined);
  assert.match((await told()).text, /Условия по сделке «Цена поплыла» изменились .*: согласование больше не действует/);
  await chooseStage(dialog);
  await moving(page).getByRole('button', { name: 'Запросить согласование' }).click();
  await moving(page).getByText('Ждём согласования.').waitFor();
});

test('whoever asked takes the request back', async () => {
  const deal = await makeDeal('Передумали просить');
  await ask(deal, 'Скидка 10%');
  const { page, dialog } = await opened(deal);
  await blockIn(dialog).getByRole('button', { name: 'Отозвать запрос' }).click();
  await gone(blockIn(dialog));
  await dialog.getByText('Запрос согласования отозван: этап «Сделали предложение»').waitFor();
});

test('what is typed into the dialog of the move is there before the approval is asked for', async () => {
  await pipeline.setRules({
    work: [
      { binding: 'BINDING_LEAVE', fields: { fields: ['deal.amount'] } },
      { binding: 'BINDING_LEAVE', exceptLost: true, approval: { role: 'ROLE_HEAD_OF_SALES' } },
    ],
  });
  const deal = await makeDeal('Сумма и согласование');
  const { page, dialog } = await opened(deal);
  await chooseStage(dialog);
  const form = moving(page);
  await form.locator('[data-field="deal.amount"]').getByRole('textbox').fill('90 000');
  await form.getByRole('button', { name: 'Запросить согласование' }).click();
  await form.getByText('Ждём согласования.').waitFor();
  assert.deepEqual((await anna.getDeal(deal)).amount, { minor: '9000000', currency: 'RUB' });
  const { approvals: asked } = await anna.call('ApprovalService/ListApprovals', { dealId: deal.id });
  await olga.change('ApprovalService/AnswerApproval', { approvalId: asked[0].id, state: 'STATE_GIVEN' });
  await form.getByRole('button', { name: 'Заполнить и перенести' }).click();
  await isOn(deal, 'offer');
});
