// Every screen and its states, each starting from a page where somebody has just logged in. A story checks each with
// axe; `npm run screens` takes a picture of each.
import { newPhone, Person } from '../support/api.mjs';
import { card, password, url } from '../support/browser.mjs';
import { addFields, changeFieldSet } from '../support/fields.mjs';
import { invite, linkFor } from '../support/newcomers.mjs';
import { accountScenes } from './account_scenes.mjs';
import { activityScenes, prepareActivities } from './activity_scenes.mjs';
import { refused, unanswered } from './answers.mjs';
import { approvalScenes, prepareApprovals } from './approval_scenes.mjs';
import { boardOf } from './board_scene.mjs';
import { clientScenes, prepareClients } from './client_scenes.mjs';
import { configurationScenes } from './configuration_scenes.mjs';
import { fieldScenes } from './field_scenes.mjs';
import { formScenes, prepareForms } from './form_scenes.mjs';
import { notificationScenes, registerDevice } from './notification_scenes.mjs';
import { prepareQuestionnaires, questionnaireScenes } from './questionnaire_scenes.mjs';
import { prepareRemarks, remarkScenes } from './remark_scenes.mjs';
import { userScenes } from './user_scenes.mjs';

const long = 'Поставка светодиодных светильников и кабельной продукции для складского комплекса «Северный-2» и офиса';
const atOnce = () => new Date(Date.now() + 1_000).toISOString();
const hours = (number) => new Date(Date.now() + number * 3_600_000).toISOString();

// What the scenes show.
export async function prepare() {
  const [anna, olga] = [await Person.logIn('anna'), await Person.logIn('olga')];
  const phone = `+7916${String(Date.now()).slice(-7)}`;
  const contact = await anna.change('ContactService/CreateContact', {
    contact: { name: 'Константин Константинопольский-Задунайский', phones: [phone], emails: [`${Date.now()}@example.com`] },
  });
  const amount = { minor: '123456789050', currency: 'RUB' };
  const deal = await anna.makeDeal(long, { contactId: contact.id, amount, stage: 'accepted' });
  await anna.change('TimelineService/AddNote', { dealId: deal.id, text: `${long}.\nПросит скидку 5 %.` });
  for (const [text, due] of [['Перезвонить', -3], ['Отправить прайс', 2], [long, 30], ['Договор', 100]]) {
    await anna.change('TaskService/CreateTask', { task: { dealId: deal.id, text, dueTime: hours(due), reminders: {} } });
  }
  await olga.change('TaskService/CreateTask', { task: { dealId: deal.id, text: long, dueTime: hours(3), reminders: {} } });
  const inquiry = await anna.change('InquiryService/SubmitInquiry', {
    inquiry: { source: 'SOURCE_SITE', sourceName: 'Форма на главной', clientName: 'Ирина', phone: `+7917${phone.slice(-7)}`, text: long },
  });
  const admin = await Person.logIn('admin');
  await registerDevice(olga, 'Chrome, Windows');
  await registerDevice(await Person.logIn('olga'), 'Samsung Internet, Android');
  // Of which Olga is notified.
  await admin.makeDeal(long, { stage: 'accepted', responsibleUserId: olga.id });
  const fieldDeal = await withFields(admin, anna);
  const ruled = await withRules(admin, olga);
  const newcomer = await invite(admin, 'Константин Константинопольский-Задунайский');
  const link = await linkFor(admin, await invite(admin, 'Пётр'));
  const forms = await prepareForms(admin);
  const clients = await prepareClients(olga);
  const activities = await prepareActivities(olga);
  const approvals = await prepareApprovals(admin, anna, olga);
  const questionnaires = await prepareQuestionnaires(admin, olga);
  await prepareRemarks(admin, olga, deal);
  return { anna, olga, deal, fieldDeal, ruled, inquiry, newcomer, link, forms, clients, activities, approvals, questionnaires };
}

const groups = [
  { key: 'main', name: 'Основное' },
  { key: 'site', name: 'Объект, на который поставляем, и условия доставки до него' },
];
const choices = ['самовывоз', 'курьер', long].map((name, at) => ({ key: `choice_${at}`, name }));
const many = Array.from({ length: 30 }, (_, at) => ({ key: `choice_${at}`, name: `Вариант № ${at}: ${long}`.slice(0, at % 3 ? 14 : 120) }));
const valueOf = {
  ...{ TEXT: { text: long }, MULTILINE_TEXT: { text: `${long}.\n\n${long}` }, NUMBER: { number: '1234567.5' } },
  ...{ MONEY: { money: { minor: '1234567890', currency: 'USD' } }, DATE: { date: '2026-12-31' }, TIME: { time: '2026-12-31T07:30:00Z' } },
  ...{ YES_NO: { yes: false }, CHOICE: { choice: 'choice_1' }, CHOICES: { choices: { keys: ['choice_0', 'choice_1', 'choice_3'] } } },
  ...{ PHONE: { text: '+79161234567' }, EMAIL: { text: 'snabzhenie@ochen-dlinnyy-adres-stroitelnoy-kompanii.example.com' } },
  ...{ LINK: { text: `https://example.com/${'chertezh/'.repeat(12)}` }, ADDRESS: { text: 'Москва, ул. Большая Черкизовская, д. 125, корп. 3' } },
};

// Forty fields in the second pipeline, so that other stories do not meet them.
function fortyFields() {
  const kinds = Object.keys(valueOf);
  return Array.from({ length: 40 }, (_, at) => {
    const kind = kinds[at % kinds.length];
    return {
      ...{ key: `scene_${at}`, kind: `KIND_${kind}`, pipelines: ['repeat_sales'], group: at < 20 ? 'main' : 'site' },
      label: at % 7 ? `${kind.toLowerCase()} ${at}` : `${long.slice(0, 60)} ${at}`,
      hint: at % 5 ? '' : 'Спросите у клиента и запишите его словами: это увидят на производстве',
      ...(kind === 'CHOICE' && { choices }),
      ...(kind === 'CHOICES' && { choices: many }),
    };
  });
}

// A deal where every second field is filled in.
async function withFields(admin, anna) {
  const added = fortyFields();
  await changeFieldSet(admin, 'ENTITY_DEAL', () => ({ groups }));
  await addFields(admin, 'ENTITY_DEAL', added);
  const contact = await anna.change('ContactService/CreateContact', { contact: { name: 'Ирина Соколова', phones: [newPhone()] } });
  const filled = added.filter((_, at) => at % 2 === 0 || at < 13);
  const fields = Object.fromEntries(filled.map(({ key, kind }) => [key, valueOf[kind.slice('KIND_'.length)]]));
  return anna.makeDeal('Сорок полей', { pipeline: 'repeat_sales', contactId: contact.id, fields });
}

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

// A pipeline whose stages ask for much, and deals that lack it: one with a client without a phone, one without a client.
async function withRules(admin, olga) {
  const { key, etag, ...pipeline } = await ruledPipelineOf(admin);
  await addFields(admin, 'ENTITY_DEAL', [
    { key: 'scene_way', kind: 'KIND_CHOICE', label: 'Способ доставки', choices, pipelines: [key] },
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
    stage('offer', 'Отправили коммерческое предложение'),
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
  return { key, lacking, clientless, refused };
}

// As the demo's site names its form.
async function sendTrapped() {
  const [action] = /\/forms\/\w+/.exec(await (await fetch(`${url}/demo/`)).text());
  const fields = { name: 'Ирина Соколова', phone: '+7 916 123-45-67', email: 'irina@example.com', message: long, consent: 'yes' };
  const body = new URLSearchParams({ ...fields, _website: 'https://irina.example.com' });
  await fetch(url + action, { method: 'POST', body });
}

const openDeal = async (page, { deal }) => {
  await page.goto(`${url}/deals/${deal.id}`);
  await page.getByRole('dialog').locator('h2').first().waitFor();
  await page.locator('[role=dialog] time').first().waitFor();
};
const userMenu = (page) => page.getByRole('button', { name: /^(Меню пользователя|User menu)/ });
const askStage = async (page, { deal }) => {
  await boardOf(page);
  // On a phone it is one of the columns.
  if (!(await card(page, deal).isVisible())) await page.getByText('Принято в работу').first().click();
  await card(page, deal).focus();
  await page.waitForTimeout(800);
  await page.keyboard.press('m');
  await page.getByRole('dialog').waitFor();
};
const ruledBoard = async (page, { ruled }) => {
  await page.goto(`${url}/board/${ruled.key}`);
  await page.locator('section[data-stage], [role=tab]').first().waitFor();
};
const askToMove = async (page, set, deal, to) => {
  await openDeal(page, { deal });
  await page.getByRole('dialog').getByRole('group', { name: /^(Этап|Stage)$/ }).getByText(to).click();
  await page.getByRole('dialog').nth(1).waitFor();
};
const ruledPipeline = async (page, { ruled }) => {
  await page.goto(`${url}/settings/pipelines/${ruled.key}`);
  await page.locator('[data-stage-row]').first().waitFor();
};
const ruledStage = async (page, set, key) => {
  await ruledPipeline(page, set);
  await page.locator(`[data-stage-row=${key}] button`).first().click();
  await page.locator(`[data-stage-row=${key}] section`).first().waitFor();
};

export const scenes = {
  ...formScenes,
  ...clientScenes,
  ...activityScenes,
  ...approvalScenes,
  ...questionnaireScenes,
  ...remarkScenes,
  board: boardOf,
  'board-loading': async (page) => {
    await unanswered(page, '**/GetBoard');
    await page.goto(`${url}/board/first_sales`);
    await page.waitForTimeout(1_200);
  },
  'board-failed': async (page) => {
    await refused(page, '**/GetBoard');
    await page.goto(`${url}/board/first_sales`);
    await page.getByRole('alert').first().waitFor();
  },
  'board-empty': async (page) => {
    await page.goto(`${url}/board/repeat_sales`);
    await page.locator('section[data-stage]').first().waitFor();
  },
  deal: openDeal,
  'deal-fields': (page, { fieldDeal }) => openDeal(page, { deal: fieldDeal }),
  'deal-field': async (page, set) => {
    await scenes['deal-fields'](page, set);
    await page.getByRole('button', { name: /^choices 8: / }).click();
    await page.getByRole('searchbox').scrollIntoViewIfNeeded();
  },
  'deal-field-refused': async (page, set) => {
    await scenes['deal-fields'](page, set);
    await page.getByRole('button', { name: /^number 2: / }).click();
    await page.getByRole('textbox', { name: 'number 2' }).fill('много');
    await page.keyboard.press('Enter');
    await page.getByText(/^(Напишите число|Enter a number)/).scrollIntoViewIfNeeded();
  },
  'deal-fields-end': async (page, set) => {
    await scenes['deal-fields'](page, set);
    await page.getByRole('button', { name: /^(Показать ещё|Show) / }).click();
    await page.getByText('date 30').scrollIntoViewIfNeeded();
  },
  stages: askStage,
  loss: async (page, set) => {
    await askStage(page, set);
    await page.getByRole('dialog').getByRole('group').getByRole('button').last().click();
    await page.locator('select').waitFor();
    await page.locator('[role=dialog] button[type=submit]').last().click();
    await page.waitForTimeout(500);
  },
  tasks: async (page) => {
    await page.goto(`${url}/tasks`);
    await page.locator('h2').first().waitFor();
  },
  complete: async (page) => {
    await scenes.tasks(page);
    await page.getByRole('button', { name: /^(Завершить|Complete)/ }).first().click();
    await page.getByRole('dialog').waitFor();
  },
  'task-new': async (page, set) => {
    await openDeal(page, set);
    await page.getByRole('button', { name: /^(Новая задача|New task)$/ }).click();
    await page.getByRole('button', { name: /^(в срок|when due)$/ }).first().scrollIntoViewIfNeeded();
  },
  'task-move': async (page) => {
    await scenes.tasks(page);
    await page.getByRole('button', { name: /(Перенести|Move): / }).first().click();
    await page.getByRole('dialog').waitFor();
  },
  offers: async (page) => {
    await page.goto(`${url}/offers`);
    await page.locator('section h2').first().waitFor();
    await page.waitForTimeout(700);
  },
  'held-forms': async (page) => {
    await sendTrapped();
    await page.goto(`${url}/held-forms`);
    await page.locator('[data-held-form]').first().waitFor();
  },
  'held-forms-empty': async (page) => {
    await scenes['held-forms'](page);
    await page.locator('label').last().click();
    await page.locator('main strong').or(page.locator('[data-held-form]')).first().waitFor();
  },
  'held-forms-failed': async (page) => {
    await refused(page, '**/ListHeldForms');
    await page.goto(`${url}/held-forms`);
    await page.getByRole('alert').first().waitFor();
  },
  ...notificationScenes,
  menu: async (page) => {
    await boardOf(page);
    await userMenu(page).click();
    await page.getByRole('menu').waitFor();
  },
  keys: async (page) => {
    await scenes.menu(page);
    await page.getByRole('menuitem', { name: /^(Горячие клавиши|Keyboard shortcuts)$/ }).click();
    await page.getByRole('dialog').waitFor();
  },
  ...userScenes,
  ...fieldScenes,
  'move-fields': async (page, set) => {
    await askToMove(page, set, set.ruled.lacking, 'Отправили коммерческое предложение');
    await page.getByRole('button', { name: /^(Заполнить и перенести|Fill in and move)$/ }).click();
  },
  'move-client': async (page, set) => {
    await askToMove(page, set, set.ruled.clientless, 'Отправили коммерческое предложение');
    await page.getByRole('button', { name: /^(Добавить клиента|Add client)$/ }).last().click();
  },
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
  pipelines: async (page) => {
    await page.goto(`${url}/settings/pipelines`);
    await page.locator('[data-pipeline]').first().waitFor();
  },
  'pipelines-new': async (page, set) => {
    await scenes.pipelines(page, set);
    await page.getByRole('button', { name: /^(Новая воронка|New pipeline)$/ }).click();
    await page.getByRole('dialog').locator('select').waitFor();
  },
  'pipelines-one': ruledPipeline,
  'pipelines-quick-add': async (page, set) => {
    await ruledPipeline(page, set);
    const block = page.getByRole('region', { name: /^(Быстрое добавление спрашивает|The quick add asks for)$/ });
    await block.getByRole('button').last().click();
    await block.getByRole('searchbox').scrollIntoViewIfNeeded();
  },
  'pipelines-purpose': async (page, set) => {
    await ruledPipeline(page, set);
    await page.getByRole('region', { name: /^(Для чего эта воронка|What this pipeline is for)$/ }).scrollIntoViewIfNeeded();
  },
  'pipelines-stage': async (page, set) => {
    await ruledStage(page, set, 'work');
    await page.locator('[data-rule]').first().scrollIntoViewIfNeeded();
  },
  'pipelines-rule': async (page, set) => {
    await ruledStage(page, set, 'work');
    await page.locator('[data-rule=chief] button').first().click();
    await page.locator('[data-rule=chief] fieldset').last().scrollIntoViewIfNeeded();
  },
  'pipelines-checklist': async (page, set) => {
    await ruledStage(page, set, 'work');
    const items = page.locator('[data-item]');
    for (const at of [0, 1]) {
      await page.getByRole('button', { name: /^(Добавить пункт|Add item)$/ }).click();
      await items.nth(at).getByRole('textbox').fill(['Проверить оплату', 'Сообщить, что заказ готов к самовывозу'][at]);
    }
    await items.nth(1).locator('summary').click();
    await items.nth(1).locator('fieldset button').last().click();
    await items.first().scrollIntoViewIfNeeded();
  },
  // What people do, or agree to: the last rule has its parts.
  'pipelines-approval': async (page, set) => {
    await ruledStage(page, set, 'work');
    await page.getByRole('button', { name: /^(Добавить правило|Add rule)$/ }).click();
    await page.getByLabel(/^(Что нужно|What it takes)$/).selectOption('approval');
    await page.locator('[data-rule]').last().scrollIntoViewIfNeeded();
  },
  'pipelines-moved-deals': async (page, set) => {
    await ruledStage(page, set, 'work');
    await page.getByRole('button', { name: /^(Убрать этап|Remove stage)$/ }).click();
    await page.getByLabel(/(Куда|Where to)\?$/).scrollIntoViewIfNeeded();
  },
  'pipelines-problem': async (page, set) => {
    await ruledStage(page, set, 'new');
    await page.getByRole('button', { name: /^(Добавить правило|Add rule)$/ }).click();
    await page.getByRole('button', { name: /^(Сохранить|Save)$/ }).click();
    await page.locator('[data-rule] [role=alert], [data-rule] [id$=error]').first().scrollIntoViewIfNeeded();
  },
  'pipelines-failed': async (page) => {
    await refused(page, '**/ListPipelines');
    await page.goto(`${url}/settings/pipelines`);
    await page.getByRole('alert').first().waitFor();
  },
  ...configurationScenes,
  ...accountScenes,
  profile: async (page) => {
    await page.goto(`${url}/profile`);
    await page.locator('[data-session]').first().waitFor();
  },
  'second-factor': async (page) => {
    await scenes.profile(page);
    await page.getByRole('button', { name: /^(Включить|Turn on)$/ }).click();
    await page.locator('[name=current-password]').last().fill(password);
    await page.keyboard.press('Enter');
    await page.locator('svg[role=img]').waitFor();
  },
  'join-somebody-else': async (page, { link }) => {
    await page.goto(link);
    await page.getByRole('heading', { level: 2 }).waitFor();
  },
  join: async (page, { link }) => {
    await page.context().clearCookies();
    await page.goto(link);
    await page.locator('[name=new-password]').waitFor();
  },
  'join-dead': async (page) => {
    await page.goto(`${url}/join`);
    await page.getByRole('alert').waitFor();
  },
  popup: async (page, { olga, deal }) => {
    await boardOf(page);
    const task = { dealId: deal.id, text: 'Позвонить и согласовать прайс', dueTime: atOnce(), reminders: { before: ['0s'] } };
    await olga.change('TaskService/CreateTask', { task: { ...task, assigneeUserId: olga.id } });
    await page.getByRole('alertdialog').first().waitFor();
  },
  offline: async (page) => {
    await boardOf(page);
    await page.context().setOffline(true);
    await page.getByText(/Нет связи\.|No connection/i).first().waitFor();
  },
};

const forAdmins =
  /^(users|invitation|user|access|fields|pipelines|queues|forms|configuration|first-steps|preferences-of-admin)(-|$)/;

// Whoever leads sales needs no approval.
const forManagers = /^approval-ask$/;

// Who has logged in where the scene starts.
export const whoIn = (scene) => (forAdmins.test(scene) ? 'admin' : forManagers.test(scene) ? 'anna' : 'olga');
