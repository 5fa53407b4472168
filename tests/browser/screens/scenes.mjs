// Every screen and its states, each starting from a page where somebody has just logged in. A story checks each with
// axe; `npm run screens` takes a picture of each.
import { Person } from '../support/api.mjs';
import { card, password, url } from '../support/browser.mjs';
import { invite, linkFor } from '../support/newcomers.mjs';
import { accountScenes } from './account_scenes.mjs';
import { activityScenes, prepareActivities } from './activity_scenes.mjs';
import { refused, unanswered } from './answers.mjs';
import { approvalScenes, prepareApprovals } from './approval_scenes.mjs';
import { boardOf, long, openDeal } from './board_scene.mjs';
import { clientListScenes } from './client_list_scenes.mjs';
import { clientScenes, prepareClients } from './client_scenes.mjs';
import { configurationScenes } from './configuration_scenes.mjs';
import { dealFieldScenes, prepareFields } from './deal_field_scenes.mjs';
import { fieldScenes } from './field_scenes.mjs';
import { fileScenes, prepareFiles } from './file_scenes.mjs';
import { filterScenes, prepareFilters } from './filter_scenes.mjs';
import { formScenes, prepareForms } from './form_scenes.mjs';
import { heldFormScenes } from './held_form_scenes.mjs';
import { leadScenes, prepareLeads } from './lead_scenes.mjs';
import { notificationScenes, registerDevice } from './notification_scenes.mjs';
import { pipelineScenes } from './pipeline_scenes.mjs';
import { prepareQuestionnaires, questionnaireScenes } from './questionnaire_scenes.mjs';
import { prepareRemarks, remarkScenes } from './remark_scenes.mjs';
import { prepareRules, ruleScenes } from './rule_scenes.mjs';
import { searchScenes } from './search_scenes.mjs';
import { tableScenes } from './table_scenes.mjs';
import { popupScenes, taskScenes } from './task_scenes.mjs';
import { prepareUnsorted, unsortedScenes } from './unsorted_scenes.mjs';
import { userScenes } from './user_scenes.mjs';

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
  const fieldDeal = await prepareFields(admin, anna);
  const ruled = await prepareRules(admin, anna, olga);
  const newcomer = await invite(admin, 'Константин Константинопольский-Задунайский');
  const link = await linkFor(admin, await invite(admin, 'Пётр'));
  const forms = await prepareForms(admin);
  const clients = await prepareClients(olga);
  const activities = await prepareActivities(olga);
  const files = await prepareFiles(olga);
  const approvals = await prepareApprovals(admin, anna, olga);
  const questionnaires = await prepareQuestionnaires(admin, olga);
  const leads = await prepareLeads(admin, olga);
  await prepareRemarks(admin, olga, deal);
  await prepareUnsorted(admin, olga, ruled.key);
  await prepareFilters(olga);
  const parts = { forms, clients, activities, files, approvals, questionnaires, leads };
  return { anna, olga, deal, fieldDeal, ruled, inquiry, newcomer, link, ...parts };
}

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

export const scenes = {
  ...formScenes,
  ...clientScenes,
  ...clientListScenes,
  ...activityScenes,
  ...fileScenes,
  ...approvalScenes,
  ...questionnaireScenes,
  ...leadScenes,
  ...remarkScenes,
  ...unsortedScenes,
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
  ...filterScenes,
  deal: openDeal,
  ...dealFieldScenes,
  stages: askStage,
  loss: async (page, set) => {
    await askStage(page, set);
    await page.getByRole('dialog').getByRole('group').getByRole('button').last().click();
    await page.locator('select').waitFor();
    await page.locator('[role=dialog] button[type=submit]').last().click();
    await page.waitForTimeout(500);
  },
  ...taskScenes,
  ...tableScenes,
  offers: async (page) => {
    await page.goto(`${url}/offers`);
    await page.locator('section h2').first().waitFor();
    await page.waitForTimeout(700);
  },
  ...heldFormScenes,
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
  ...ruleScenes,
  ...pipelineScenes,
  ...configurationScenes,
  ...accountScenes,
  ...searchScenes,
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
  ...popupScenes,
  offline: async (page) => {
    await boardOf(page);
    await page.context().setOffline(true);
    await page.getByText(/Нет связи\.|No connection/i).first().waitFor();
  },
};

const forAdmins =
  /^(users|invitation|user|access|fields|pipelines|queues|forms|configuration|first-steps|preferences-of-admin)(-|$)/;

// Whoever leads sales needs no approval, and changes every field here.
const forManagers = /^(approval-ask|deal-locked|move-locked)$/;

// Who has logged in where the scene starts.
export const whoIn = (scene) => (forAdmins.test(scene) ? 'admin' : forManagers.test(scene) ? 'anna' : 'olga');
