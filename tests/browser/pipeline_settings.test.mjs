// How admins set pipelines: their stages, what these ask for, and the checklists.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Person } from './support/api.mjs';
import { openBrowser, pageOf, url } from './support/browser.mjs';
import { eventually } from './support/eventually.mjs';
import { StoryPipeline } from './support/pipelines.mjs';
import { calls, dragTo, leave, never, pipelineWithRules, sumAndSubject } from './support/rules.mjs';

const browser = await openBrowser();
const [admin, anna, olga] = [await Person.logIn('admin'), await Person.logIn('anna'), await Person.logIn('olga')];
const { pipeline, makeDeal, stageOf, isOn, boardOf } = await pipelineWithRules(browser, admin, anna);

const settingsOf = async (who = 'admin') => {
  const page = await pageOf(browser, who);
  await page.goto(`${url}/settings/pipelines/${pipeline.key}`);
  return page;
};
const stageRow = (page, stage) => page.locator(`[data-stage-row=${stage}]`);
const openStage = async (page, stage) => {
  await stageRow(page, stage).getByRole('button').first().click();
  await page.getByRole('button', { name: 'Добавить правило' }).waitFor();
};

// What a move to the stage lacks, by what the service says.
async function lackedOn(deal, stage) {
  const { verdicts } = await anna.call('DealService/CanMove', { dealId: deal.id, stage });
  return (verdicts[0].violations ?? []).map(({ reason }) => reason).sort();
}

const addRule = async (page, ask) => {
  await page.getByRole('button', { name: 'Добавить правило' }).click();
  await page.getByLabel('Что нужно').selectOption(ask);
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

test('a stage with deals cannot be removed until somebody says where they go, and comes back', async () => {
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

test('the deals of a stage that is removed go where the admin says', async () => {
  const other = await StoryPipeline.create(admin, `${pipeline.key}_moved`, 'Окна на заказ');
  const deal = await makeDeal('Переходит', { pipeline: other.key, stage: 'offer' });
  const page = await pageOf(browser, 'admin');
  await page.goto(`${url}/settings/pipelines/${other.key}`);
  await stageRow(page, 'offer').getByRole('button').first().click();
  await page.getByRole('button', { name: 'Убрать этап' }).click();
  await page.getByLabel('С этапа «Сделали предложение» перейдёт 1 сделка. Куда?').selectOption({ label: 'Отправили заказ' });
  await page.getByRole('button', { name: 'Сохранить' }).click();
  await page.getByText('Воронка сохранена').waitFor();
  assert.equal(await stageOf(deal), 'sent');
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
