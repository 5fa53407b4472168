import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Person } from './support/api.mjs';
import { logIn, newPage, openBrowser, url } from './support/browser.mjs';
import { filledRequest } from './support/canaries.mjs';

const pipeline = `canary${Date.now()}`;
const stages = [
  { key: 'first', kind: 'KIND_INCOMING' },
  { key: 'second', kind: 'KIND_OPEN' },
  { key: 'won', kind: 'KIND_WON' },
  { key: 'lost', kind: 'KIND_LOST' },
];
const soon = () => new Date(Date.now() + 3_600_000).toISOString();

async function write(person, method, given) {
  return person.call(method, filledRequest(method, given));
}

const browser = await openBrowser();

// Writes into every field of the account that people write in.
async function fillAccount() {
  const [admin, olga] = [await Person.logIn('admin'), await Person.logIn('olga')];
  await write(admin, 'PipelineService/CreatePipeline', { pipeline: { key: pipeline, stages, lossReasons: [{ key: 'dear' }] } });
  const user = { login: `${pipeline}@demo.voronka`, role: 'ROLE_MANAGER' };
  const { id: stranger } = await write(admin, 'UserService/CreateUser', { user, password: 'voronka-demo' });
  await write(admin, 'TeamService/CreateTeam', { team: { headUserId: olga.id } });
  await write(admin, 'FormService/CreateForm', { form: { redirectUrl: 'https://shop.example/' } });
  const company = await write(admin, 'CompanyService/CreateCompany', { company: { taxNumber: '7701234567' } });
  const contact = await write(admin, 'ContactService/CreateContact', { contact: { companyId: company.id } });
  const other = await write(admin, 'ContactService/CreateContact', { contact: {} });
  const own = { pipeline, stage: 'second', contactId: contact.id, companyId: company.id, responsibleUserId: olga.id };
  const deal = await write(olga, 'DealService/CreateDeal', { deal: own });
  const lostDeal = await write(olga, 'DealService/CreateDeal', { deal: own });
  await write(olga, 'DealContactService/CreateDealContact', { dealContact: { dealId: deal.id, contactId: other.id } });
  await write(olga, 'DealService/MoveDeal', { dealId: lostDeal.id, stage: 'lost', lossReason: 'dear', pipeline });
  await write(olga, 'TimelineService/AddNote', { dealId: deal.id });
  await write(olga, 'ActivityService/CreateActivity', { activity: { dealId: deal.id, kind: 'KIND_CALL' } });
  const task = (dueTime) => ({ task: { dealId: deal.id, dueTime, reminders: {} } });
  const { id: done } = await write(olga, 'TaskService/CreateTask', task(soon()));
  await write(olga, 'TaskService/RescheduleTask', { taskId: done, dueTime: soon() });
  await write(olga, 'TaskService/CompleteTask', { taskId: done });
  await write(olga, 'TaskService/CreateTask', task(soon()));
  await write(olga, 'TaskService/CreateTask', task(new Date(Date.now() - 3_600_000).toISOString()));
  const inquiry = { source: 'SOURCE_SITE', phone: '', email: `${pipeline}@example.com`, utm: {}, consent: { time: soon() } };
  const sent = { values: { 'field<svg onload=window.canary=1>': 'value<svg onload=window.canary=1>' } };
  const kept = await write(admin, 'InquiryService/SubmitInquiry', { inquiry: { ...inquiry, sent }, pipeline });
  await write(olga, 'DealService/ReassignDeal', { dealId: kept.dealId, userId: stranger });
  deal.inquiry = kept.dealId;
  return { deal, lostDeal, company, contact };
}

const { deal, lostDeal, company, contact } = await fillAccount();

// No script ran, and no markup became an element.
async function assertHarmless(page, where) {
  assert.equal(await page.evaluate(() => window.canary), undefined, where);
  assert.equal(await page.locator('svg[onload]').count(), 0, where);
}

async function look(page, where, seen) {
  await assertHarmless(page, where);
  const words = await page.evaluate(() =>
    [document.body.innerText, ...[...document.querySelectorAll('input, textarea')].map(({ value }) => value)].join('\n'),
  );
  for (const [, field] of words.matchAll(/(\w+\.\w+)<svg onload=window\.canary=1>/g)) seen.add(field);
}

async function openDeal(page, id, seen) {
  await page.goto(`${url}/deals/${id}`);
  const dialog = page.getByRole('dialog').first();
  await dialog.locator('[class*=Timeline] li, li').first().waitFor();
  await dialog.locator('text=/svg onload/').first().waitFor();
  for (const more of await dialog.getByRole('button', { expanded: false }).all()) await more.click();
  await look(page, `deal ${id}`, seen);
}

async function openDialogs(page, seen) {
  await page.goto(`${url}/board/${pipeline}`);
  await page.locator(`article[data-deal="${deal.id}"]`).focus();
  await page.keyboard.press('m');
  const group = page.getByRole('group').filter({ hasText: 'Stage.name' });
  await group.waitFor();
  await look(page, 'stages', seen);
  await group.getByRole('button').last().click();
  await page.locator('option[value=dear]').waitFor({ state: 'attached' });
  await look(page, 'loss', seen);
}

async function openCompletion(page, seen) {
  await page.goto(`${url}/tasks`);
  await page.getByRole('button', { name: /^(Завершить|Complete).*svg onload/ }).first().click();
  await page.getByRole('dialog').waitFor();
  await look(page, 'completion', seen);
}

async function openInbox(page, seen) {
  await page.goto(`${url}/board/${pipeline}`);
  await page.getByRole('button', { name: /уведомлени|otification/i }).first().click();
  await page.getByRole('dialog').locator('text=/svg onload/').first().waitFor();
  await look(page, 'inbox', seen);
}

const screens = ['/tasks', '/offers', `/companies/${company.id}`, `/contacts/${contact.id}`];
// What a manager sees on these screens. The rest is for others, or not shown anywhere yet.
const shown = ['Deal.name', 'Contact.name', 'Task.text', 'Stage.name', 'Pipeline.name', 'LossReason.name', 'User.displayName'];
const clients = ['Contact.jobTitle', 'Contact.preferredHours', 'Company.name', 'Company.site', 'Company.address', 'DealContact.role'];
const told = ['AddNoteRequest.text', 'Inquiry.text', 'CompleteTaskRequest.result', 'Inquiry.sourceName', 'MoveDealRequest.lossComment', 'Activity.note', 'Activity.objection'];

for (const locale of ['ru-RU', 'en-GB']) {
  test(`markup in user text is shown as text on every screen: ${locale}`, async () => {
    const seen = new Set();
    const page = await newPage(browser, { locale });
    await logIn(page, 'olga');
    await page.waitForSelector('section[data-stage]');
    for (const id of [deal.id, lostDeal.id, deal.inquiry]) await openDeal(page, id, seen);
    await openDialogs(page, seen);
    await openCompletion(page, seen);
    await openInbox(page, seen);
    for (const screen of screens) {
      await page.goto(url + screen);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.locator('main').locator('text=/svg onload/').first().waitFor();
      await look(page, screen, seen);
    }
    const missing = [...shown, ...clients, ...told].filter((field) => !seen.has(field));
    assert.deepEqual(missing, [], `seen: ${[...seen]}`);
  });
}
