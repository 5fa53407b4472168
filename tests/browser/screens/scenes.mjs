// Every screen and its states, each starting from a page where somebody has just logged in. A story checks each with
// axe; `npm run screens` takes a picture of each.
import { Person } from '../support/api.mjs';
import { card, password, url } from '../support/browser.mjs';
import { invite, linkFor } from '../support/newcomers.mjs';

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
  const newcomer = await invite(admin, 'Константин Константинопольский-Задунайский');
  const link = await linkFor(admin, await invite(admin, 'Пётр'));
  return { anna, olga, deal, inquiry, newcomer, link };
}

// As the demo's site names its form.
async function sendTrapped() {
  const [action] = /\/forms\/\w+/.exec(await (await fetch(`${url}/demo/`)).text());
  const fields = { name: 'Ирина Соколова', phone: '+7 916 123-45-67', email: 'irina@example.com', message: long, consent: 'yes' };
  const body = new URLSearchParams({ ...fields, _website: 'https://irina.example.com' });
  await fetch(url + action, { method: 'POST', body });
}

const boardOf = (page) => page.goto(`${url}/board/first_sales`).then(() => page.locator('article[data-deal]').first().waitFor());
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
const withPath = (pattern, answer) => (page) => page.route(pattern, answer);
const slowly = withPath('**/GetBoard', () => undefined);
const refusal = { 'content-type': 'application/grpc-web+proto', 'grpc-status': '5', 'grpc-message': 'no' };
const refused = (page, pattern) => page.route(pattern, (route) => route.fulfill({ status: 200, headers: refusal }));

export const scenes = {
  board: boardOf,
  'board-loading': async (page) => {
    await slowly(page);
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
  stages: askStage,
  loss: async (page, set) => {
    await askStage(page, set);
    await page.getByRole('dialog').getByRole('group').getByRole('button').last().click();
    await page.locator('select').waitFor();
    await page.locator('form button[type=submit]').last().click();
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
  inbox: async (page) => {
    await boardOf(page);
    await page.getByRole('button', { name: /уведомлени|otification/i }).first().click();
    await page.getByRole('dialog').waitFor();
  },
  'inbox-row': async (page, set) => {
    await scenes.inbox(page, set);
    await page.getByRole('button', { name: /^(Отложить или узнать|Snooze, or see)/ }).first().click();
  },
  'push-invitation': async (page, set) => {
    await page.context().grantPermissions(['notifications'], { origin: url });
    await scenes.inbox(page, set);
    await page.getByRole('button', { name: /^(Не сейчас|Not now)$/ }).waitFor();
  },
  why: async (page, set) => {
    await scenes['inbox-row'](page, set);
    await page.getByRole('button', { name: /^(Почему не пришло|Why didn’t it come)\?$/ }).click();
    await page.locator('[role=dialog] ol > li').first().waitFor();
  },
  preferences: async (page) => {
    await page.context().grantPermissions(['notifications'], { origin: url });
    await page.goto(`${url}/notifications`);
    await page.locator('[data-kind]').first().waitFor();
    await page.getByRole('button', { name: /^(Включить|Turn on)$/ }).waitFor();
    await page.locator('input[type=checkbox]').last().scrollIntoViewIfNeeded();
    await page.mouse.move(0, 0);
    await page.locator('h2').first().scrollIntoViewIfNeeded();
  },
  'preferences-blocked': async (page) => {
    await page.goto(`${url}/notifications`);
    await page.locator('[data-kind]').first().waitFor();
    await page.locator('h2').nth(2).scrollIntoViewIfNeeded();
  },
  'preferences-failed': async (page) => {
    await refused(page, '**/GetPreferences');
    await page.goto(`${url}/notifications`);
    await page.getByRole('alert').first().waitFor();
  },
  'preferences-of-admin': async (page, { olga }) => {
    await page.goto(`${url}/notifications`);
    const colleague = page.getByLabel(/^(Чьи|Whose)$/);
    await colleague.selectOption(String(olga.id));
    await page.locator('[data-notification]').first().waitFor();
    await colleague.scrollIntoViewIfNeeded();
  },
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
  users: async (page) => {
    await page.goto(`${url}/users`);
    await page.locator('[data-user]').first().waitFor();
  },
  'users-failed': async (page) => {
    await refused(page, '**/ListUsers');
    await page.goto(`${url}/users`);
    await page.getByRole('alert').first().waitFor();
  },
  invitation: async (page) => {
    await scenes.users(page);
    await page.getByRole('button', { name: /^(Пригласить|Invite)$/ }).click();
    await page.getByRole('dialog').getByRole('textbox').first().waitFor();
  },
  user: async (page, { newcomer }) => {
    await page.goto(`${url}/users/${newcomer.id}`);
    await page.locator('main form').waitFor();
  },
  'user-new-link': async (page, set) => {
    await scenes.user(page, set);
    await page.getByRole('button', { name: /^(Новая ссылка|New link)$/ }).click();
    await page.locator('[role=dialog] code').waitFor();
  },
  'user-disable': async (page, set) => {
    await scenes.user(page, set);
    await page.getByRole('button', { name: /^(Отключить|Disable)$/ }).click();
    await page.locator('[data-workload]').waitFor();
  },
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

const forAdmins = /^(users|invitation|user|preferences-of-admin)(-|$)/;

// Who has logged in where the scene starts.
export const whoIn = (scene) => (forAdmins.test(scene) ? 'admin' : 'olga');
