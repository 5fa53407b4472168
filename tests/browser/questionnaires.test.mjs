// Questionnaires of stages: answered on the card, asked for before a move, and set up by admins.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newPhone, Person } from './support/api.mjs';
import { openBrowser, pageOf, url } from './support/browser.mjs';
import { eventually } from './support/eventually.mjs';
import { edit, openDeal, pressed, rowOf, says, typeInto } from './support/field_rows.mjs';
import { addFields, restoreAfterwards } from './support/fields.mjs';
import { StoryPipeline } from './support/pipelines.mjs';

const browser = await openBrowser();
const [admin, anna] = [await Person.logIn('admin'), await Person.logIn('anna')];
const key = `portraits_${Date.now()}`;
const pipeline = await StoryPipeline.create(admin, key, 'Портреты клиентов');
// After the pipeline, whose questions ask for them.
await restoreAfterwards(admin, 'ENTITY_DEAL');
await restoreAfterwards(admin, 'ENTITY_CONTACT');
await addFields(admin, 'ENTITY_DEAL', [
  {
    ...{ key: 'story_takes', kind: 'KIND_CHOICE', label: 'Получение', pipelines: [key] },
    choices: [{ key: 'pickup', name: 'самовывоз' }, { key: 'courier', name: 'курьер' }],
  },
  { key: 'story_place', kind: 'KIND_TEXT', label: 'Адрес', pipelines: [key] },
]);
await addFields(admin, 'ENTITY_CONTACT', [{ key: 'story_city', kind: 'KIND_TEXT', label: 'Город' }]);

const byCourier = { comparison: { field: 'deal.story_takes', operator: 'OPERATOR_ONE_OF', values: [{ choice: 'courier' }] } };
const questionnaire = {
  title: 'Портрет клиента',
  questions: [
    { key: 'city', text: 'С какого города', field: 'contact.story_city', required: true },
    { key: 'way', text: 'Как забирает', field: 'deal.story_takes', required: true },
    { key: 'place', text: 'Куда привезти', field: 'deal.story_place', required: true, condition: byCourier },
    { key: 'sum', text: 'На какую сумму', field: 'deal.amount' },
  ],
  verdicts: [{ key: 'ours', name: 'Целевой', text: 'Назначьте встречу', condition: byCourier }],
};
const answers = { key: 'answers', binding: 'BINDING_LEAVE', exceptLost: true, questionnaire: {} };
await pipeline.setStages({ work: { questionnaire, rules: [answers] } });

async function dealOfClient(name) {
  const contact = await anna.change('ContactService/CreateContact', { contact: { name: 'Пётр', phones: [newPhone()] } });
  return anna.makeDeal(name, { pipeline: key, stage: 'work', contactId: contact.id });
}

async function opened(deal, who = 'anna', options) {
  const page = await pageOf(browser, who, options);
  const dialog = await openDeal(page, deal);
  return { page, dialog, portrait: dialog.getByRole('region', { name: 'Портрет клиента' }) };
}

const cityOf = async ({ contactId }) => (await anna.call('ContactService/GetContact', { contactId })).fields?.story_city;
const isOn = (deal, stage) => eventually(async () => (await anna.getDeal(deal)).stage === stage);

test('an answer goes to its field, opens its branch and leads to a verdict; what is half answered is kept', async () => {
  const deal = await dealOfClient('Портрет Петра');
  const { page, portrait } = await opened(deal);
  await portrait.getByText('0 из 3').waitFor();
  assert.equal(await rowOf(portrait, 'Куда привезти').count(), 0);
  await edit(rowOf(portrait, 'Как забирает'));
  await pressed('курьер')(rowOf(portrait, 'Как забирает'));
  await portrait.getByText('1 из 4').waitFor();
  await rowOf(portrait, 'Куда привезти').waitFor();
  await portrait.getByRole('status').filter({ hasText: 'Назначьте встречу' }).waitFor();
  await edit(rowOf(portrait, 'С какого города'));
  await typeInto(rowOf(portrait, 'С какого города'), 'Омск');
  await portrait.getByText('2 из 4').waitFor();
  assert.deepEqual(await cityOf(deal), { text: 'Омск' });
  await page.reload();
  await portrait.getByText('2 из 4').waitFor();
  await edit(rowOf(portrait, 'Как забирает'));
  await pressed('самовывоз')(rowOf(portrait, 'Как забирает'));
  await portrait.getByText('2 из 3').waitFor();
  assert.equal(await portrait.getByText('Назначьте встречу').count(), 0);
});

test('nothing is an answer where nothing is said, and 0 ₽ is one', async () => {
  const deal = await dealOfClient('Портрет без денег');
  const { portrait } = await opened(deal);
  await edit(rowOf(portrait, 'На какую сумму'));
  await typeInto(rowOf(portrait, 'На какую сумму'), '0');
  await portrait.getByText('1 из 3').waitFor();
  assert.equal((await anna.getDeal(deal)).amount.currency, 'RUB');
});

test('what a colleague answers is seen at once', async () => {
  const deal = await dealOfClient('Портрет на двоих');
  const { portrait } = await opened(deal);
  await portrait.getByText('0 из 3').waitFor();
  await anna.change('DealService/UpdateDeal', { dealId: deal.id, deal: { fields: { story_takes: { choice: 'courier' } } } });
  await portrait.getByText('1 из 4').waitFor();
  await says(rowOf(portrait, 'Как забирает'), 'курьер');
});

test('of a deal without a client, one is added first', async () => {
  const deal = await anna.makeDeal('Портрет никого', { pipeline: key, stage: 'work' });
  const { portrait } = await opened(deal);
  await says(rowOf(portrait, 'С какого города'), 'Сначала добавьте клиента');
});

test('whoever may not change the deal cannot answer', async () => {
  const boris = await Person.logIn('boris');
  const deal = await boris.makeDeal('Чужой портрет', { pipeline: key, stage: 'work' });
  const { portrait } = await opened(deal);
  await rowOf(portrait, 'Как забирает').waitFor();
  assert.equal(await rowOf(portrait, 'Как забирает').getByRole('button').count(), 0);
});

for (const width of [1440, 390]) {
  test(`the dialog of a move asks for what is not answered, and for the branch that opens, at ${width} px`, async () => {
    const deal = await dealOfClient(`Ещё не ответил ${width}`);
    const { page, dialog } = await opened(deal, 'anna', { width, height: 844 });
    await dialog.getByRole('group', { name: 'Этап', exact: true }).getByText('Сделали предложение').click();
    const form = page.getByRole('dialog', { name: /заполните недостающее$/ });
    const field = (name) => form.locator(`[data-field="${name}"]`);
    const submit = () => form.getByRole('button', { name: 'Заполнить и перенести' }).click();
    await field('contact.story_city').getByText('С какого города', { exact: true }).waitFor();
    await submit();
    await form.getByText('Ответьте на вопрос «С какого города».').waitFor();
    await field('contact.story_city').getByRole('textbox').fill('Томск');
    await field('deal.story_takes').getByRole('button', { name: 'курьер', exact: true }).click();
    assert.equal(await field('deal.story_place').count(), 0);
    await submit();
    await field('deal.story_place').getByRole('textbox').fill('Ленина, 1');
    await submit();
    await isOn(deal, 'offer');
    assert.deepEqual(await cityOf(deal), { text: 'Томск' });
  });
}

const settingsOf = async (stage) => {
  const page = await pageOf(browser, 'admin');
  await page.goto(`${url}/settings/pipelines/${key}`);
  await page.locator(`[data-stage-row=${stage}]`).getByRole('button').first().click();
  return { page, portrait: page.getByRole('region', { name: 'Анкета этапа' }) };
};
test('an admin writes a questionnaire, and it binds', async () => {
  await pipeline.setStages({});
  const deal = await anna.makeDeal('По анкете', { pipeline: key, stage: 'offer' });
  const { page, portrait } = await settingsOf('offer');
  const asked = (at) => portrait.locator('[data-asked]').nth(at);
  for (const [at, [text, field]] of [['Куда привезти', 'Адрес'], ['Как забирает', 'Получение']].entries()) {
    await portrait.getByRole('button', { name: 'Добавить вопрос' }).click();
    await portrait.getByRole('textbox', { name: `Вопрос ${at + 1}`, exact: true }).fill(text);
    await asked(at).getByLabel('Поле, куда идёт ответ').selectOption({ label: field });
  }
  const place = asked(0);
  await place.getByText('Для всех сделок').click();
  await place.getByRole('button', { name: 'Условие', exact: true }).click();
  await place.getByLabel('Поле условия').selectOption({ label: 'Получение' });
  await place.getByLabel('Сравнение').selectOption({ label: 'одно из' });
  await place.getByRole('button', { name: 'курьер', exact: true }).click();
  await portrait.getByLabel('Название анкеты').fill('Доставка');
  await page.getByRole('button', { name: 'Добавить правило' }).click();
  await page.getByLabel('Что нужно').selectOption('questionnaire');
  await page.getByText('Чтобы перейти дальше, нужно ответить на обязательные вопросы анкеты (кроме перехода в отказ)').waitFor();

  await page.getByRole('button', { name: 'Сохранить' }).click();
  await portrait.getByText(/^Условие читает ответ, о котором спрашивают здесь или ниже/).waitFor();
  await portrait.getByRole('button', { name: 'Вопрос «Куда привезти» ниже' }).click();
  await portrait.getByRole('button', { name: 'Добавить вывод' }).click();
  await portrait.getByRole('textbox', { name: 'Вывод 1', exact: true }).fill('Отправляем');
  await page.getByRole('button', { name: 'Сохранить' }).click();
  await page.getByText('Воронка сохранена').waitFor();

  const offer = (await pipeline.get()).stages.find((stage) => stage.key === 'offer');
  assert.deepEqual(offer.questionnaire, {
    title: 'Доставка',
    questions: [
      { key: 'kak_zabiraet', text: 'Как забирает', field: 'deal.story_takes', required: true },
      { key: 'kuda_privezti', text: 'Куда привезти', field: 'deal.story_place', required: true, condition: byCourier },
    ],
    verdicts: [{ key: 'otpravlyaem', name: 'Отправляем' }],
  });
  const { verdicts } = await anna.call('DealService/CanMove', { dealId: deal.id, stage: 'sent' });
  const lacked = verdicts[0].violations.map(({ reason, field }) => `${reason} ${field}`);
  assert.deepEqual(lacked, ['FIELD_REQUIRED deal.fields["story_takes"]']);
});
