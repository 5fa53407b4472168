// Stages that ask for much: on the board, on the card, and in the dialog before a move.
import { newPhone } from '../support/api.mjs';
import { url } from '../support/browser.mjs';
import { addFields } from '../support/fields.mjs';
import { long, openDeal } from './board_scene.mjs';

const choices = ['самовывоз', 'курьер', long].map((name, at) => ({ key: `choice_${at}`, name }));
const stage = (key, name, kind = 'KIND_OPEN', more = {}) => ({ key, name, kind, ...more });
const asking = (key, names, more = {}) => ({ key, binding: 'BINDING_LEAVE', exceptLost: true, fields: { fields: names }, ...more });
const quickAddFields = ['deal.name', 'contact.name', 'contact.phones', 'company.name', 'deal.amount', 'deal.scene_way'];
const pickup = { comparison: { field: 'deal.scene_way', operator: 'OPERATOR_ONE_OF', values: [{ choice: 'choice_0' }, { choice: 'choice_2' }] } };
const big = { comparison: { field: 'deal.amount', operator: 'OPERATOR_MORE', values: [{ money: { minor: '10000000', currency: 'RUB' } }] } };

// Of its own, once in a system.
async function ruledPipelineOf(admin) {
  const { pipelines } = await admin.call('PipelineService/ListPipelines', { pageSize: 1000 });
  const lossReasons = [{ key: 'price', name: 'Дорого' }, { key: 'other', name: 'Другое' }];
  const stages = [stage('new', 'Новая', 'KIND_INCOMING'), stage('work', 'В работе'), stage('won', 'Успех', 'KIND_WON'), stage('lost', 'Отказ', 'KIND_LOST')];
  return (
    pipelines.find(({ key }) => key === 'scene_rules') ??
    admin.change('PipelineService/CreatePipeline', { pipeline: { key: 'scene_rules', name: 'Комплексные поставки', lossReasons, stages } })
  );
}

// Beyond the stage that asks for most, so it has all of that, but not what its manager may not fill in.
async function lockedDeal(anna, pipeline) {
  const contact = await anna.change('ContactService/CreateContact', { contact: { name: 'Пётр', phones: [newPhone()] } });
  const fields = { scene_subject: { text: 'Светильники' }, scene_way: { choice: 'choice_1' } };
  const amount = { minor: '4500000', currency: 'RUB' };
  return anna.makeDeal('Со скидкой', { pipeline, stage: 'offer', contactId: contact.id, amount, fields });
}

// A pipeline whose stages ask for much, and deals that lack it: one with a client without a phone, one without a client,
// one that lacks what its manager may not fill in.
export async function prepareRules(admin, anna, olga) {
  const { key, etag, ...pipeline } = await ruledPipelineOf(admin);
  await addFields(admin, 'ENTITY_DEAL', [
    { key: 'scene_way', kind: 'KIND_CHOICE', label: 'Способ доставки', choices, pipelines: [key] },
    { key: 'scene_discount', kind: 'KIND_TEXT', label: 'Скидка', pipelines: [key], editableBy: ['ROLE_HEAD_OF_SALES'] },
    { key: 'scene_subject', kind: 'KIND_TEXT', label: 'Предмет сделки', hint: 'Словами клиента', pipelines: [key] },
  ]);
  const rules = [
    asking('main', ['deal.amount', 'deal.scene_subject', 'deal.scene_way', 'contact.phones']),
    { key: 'chief', binding: 'BINDING_LEAVE', roles: { roles: ['ROLE_DIRECTOR', 'ROLE_ADMIN', 'ROLE_HEAD_OF_SALES'] }, condition: { any: { conditions: [big, pickup] } } },
    { key: 'said', binding: 'BINDING_LEAVE', exceptLost: true, comment: {} },
  ];
  const stages = [
    stage('new', 'Новая заявка', 'KIND_INCOMING'),
    stage('work', 'Взяли в работу', 'KIND_OPEN', { instruction: `${long}.\n\nСпросите, кто принимает решение.`, rules }),
    stage('offer', 'Отправили коммерческое предложение', 'KIND_OPEN', { rules: [asking('discount', ['deal.scene_discount'])] }),
    stage('sent', 'Отправили заказ', 'KIND_OPEN', { rules: [{ key: 'never', binding: 'BINDING_ENTER', never: {}, condition: pickup }] }),
    stage('won', 'Успешно реализовано', 'KIND_WON'),
    stage('lost', 'Не реализовано', 'KIND_LOST'),
  ];
  await admin.change('PipelineService/UpdatePipeline', { pipeline: { ...pipeline, key, stages, quickAddFields, takeStage: 'work' }, etag });
  const contact = await olga.change('ContactService/CreateContact', { contact: { name: 'Ирина', emails: [`scene${Date.now()}@example.com`] } });
  const at = (name, more) => olga.makeDeal(name, { pipeline: key, stage: 'work', ...more });
  const lacking = await at(long, { contactId: contact.id });
  const clientless = await at('Без клиента');
  const refused = await at('Самовывоз', { fields: { scene_way: { choice: 'choice_0' } } });
  const locked = await lockedDeal(anna, key);
  return { key, lacking, clientless, refused, locked };
}

const ruledBoard = async (page, { ruled }) => {
  await page.goto(`${url}/board/${ruled.key}`);
  await page.locator('section[data-stage], [role=tab]').first().waitFor();
};
const askToMove = async (page, set, deal, to) => {
  await openDeal(page, { deal });
  await page.getByRole('dialog').getByRole('group', { name: /^(Этап|Stage)$/ }).getByText(to).click();
  await page.getByRole('dialog').nth(1).waitFor();
};

export const ruleScenes = {
  'move-fields': async (page, set) => {
    await askToMove(page, set, set.ruled.lacking, 'Отправили коммерческое предложение');
    await page.getByRole('button', { name: /^(Заполнить и перенести|Fill in and move)$/ }).click();
  },
  'move-client': async (page, set) => {
    await askToMove(page, set, set.ruled.clientless, 'Отправили коммерческое предложение');
    await page.getByRole('button', { name: /^(Добавить клиента|Add client)$/ }).last().click();
  },
  'move-locked': (page, set) => askToMove(page, set, set.ruled.locked, 'Отправили заказ'),
  'deal-locked': (page, set) => openDeal(page, { deal: set.ruled.locked }),
  'move-refused': (page, set) => askToMove(page, set, set.ruled.refused, 'Отправили заказ'),
  'deal-guide': (page, set) => openDeal(page, { deal: set.ruled.lacking }),
  'stage-info': async (page, set) => {
    await ruledBoard(page, set);
    if (!(await page.locator('section[data-stage=work]').isVisible())) await page.getByRole('tab').nth(1).click();
    await page.getByRole('button', { name: /^(Об этапе|About the stage)/ }).first().click();
    await page.getByRole('dialog').locator('li').first().waitFor();
  },
  'quick-add': async (page, set) => {
    await ruledBoard(page, set);
    if (!(await page.locator('section[data-stage=work]').isVisible())) await page.getByRole('tab').nth(1).click();
    await page.locator('section[data-stage=work]').getByRole('button', { name: /^(Новая сделка в|New deal in)/ }).click();
    await page.locator('[data-field="contact.phones"] input').fill('12');
    await page.keyboard.press('Enter');
    await page.locator('section[data-stage=work] [aria-invalid=true]').first().waitFor();
  },
};
