import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { Person } from './support/api.mjs';
import { newPage, openBrowser, pageOf, url } from './support/browser.mjs';
import { eventually } from './support/eventually.mjs';
import { dealsOf, newVisitor } from './support/visitors.mjs';

const browser = await openBrowser();
const olga = await Person.logIn('olga');

// A visitor who is new to every story.
let visitor;
beforeEach(() => {
  visitor = newVisitor();
});

async function fillIn(page, { consent = true } = {}) {
  await page.getByLabel('Как вас зовут').fill(visitor.name);
  await page.getByLabel('Телефон').fill(visitor.phone);
  await page.getByLabel('Что нужно').fill('Нужен кабель, 300 м');
  if (consent) await page.getByLabel('Согласен').check();
}

const send = (page) => page.getByRole('button', { name: 'Отправить' }).click();

const dealsOfVisitor = () => dealsOf(olga, visitor);

async function inquiriesOfVisitor() {
  const deals = await dealsOfVisitor();
  const lists = deals.map((deal) => olga.call('InquiryService/ListInquiries', { dealId: deal.id }));
  return (await Promise.all(lists)).flatMap((list) => list.inquiries);
}

test('a visitor sends the form without leaving the page, and the deal appears on the board by itself', async () => {
  const board = await pageOf(browser, 'olga');
  const site = await newPage(browser);
  await site.goto(`${url}/demo/?utm_source=yandex`);
  await fillIn(site);
  await send(site);
  await site.getByText('Спасибо, заявка принята').waitFor();
  assert.equal(site.url(), `${url}/demo/?utm_source=yandex`);
  const [deal] = await dealsOfVisitor();
  await board.locator(`article[data-deal="${deal.id}"]`).waitFor();
  const [inquiry] = await inquiriesOfVisitor();
  assert.equal(inquiry.utm.source, 'yandex');
  assert.ok(inquiry.consent.time);
});

test('a visitor without JavaScript gets a page of thanks', async () => {
  const context = await browser.newContext({ locale: 'ru-RU', javaScriptEnabled: false });
  const site = await context.newPage();
  await site.goto(`${url}/demo/`);
  // Uses the keyboard, because Playwright moves the mouse only if a page's script can say that the page is stable.
  await fillIn(site, { consent: false });
  await site.getByLabel('Согласен').press('Space');
  await site.getByLabel('Почта').press('Enter');
  await site.getByRole('heading', { name: 'Спасибо, заявка принята' }).waitFor();
  assert.equal((await inquiriesOfVisitor()).length, 1);
  await site.getByRole('link', { name: 'Вернуться на сайт' }).press('Enter');
  await site.getByRole('heading', { name: 'Оставьте заявку' }).waitFor();
  await context.close();
});

test('the campaign that brought the visitor is still known on a later page', async () => {
  const site = await newPage(browser);
  await site.goto(`${url}/demo/?utm_source=vk&utm_campaign=spring`);
  await site.goto(`${url}/demo/`);
  await fillIn(site);
  await send(site);
  await site.getByText('Спасибо, заявка принята').waitFor();
  const [inquiry] = await inquiriesOfVisitor();
  assert.equal(inquiry.utm.campaign, 'spring');
});

test('a submission whose answer is lost is retried and becomes one inquiry', async () => {
  const site = await newPage(browser);
  let lost = 0;
  await site.route('**/forms/*', async (route) => {
    if (++lost > 1) return route.continue();
    await route.fetch();
    await route.abort('connectionreset');
  });
  await site.goto(`${url}/demo/`);
  await fillIn(site);
  await send(site);
  await site.getByText('Спасибо, заявка принята').waitFor();
  assert.equal(lost, 2);
  assert.equal((await inquiriesOfVisitor()).length, 1);
});

// Names that a form's own members have, too. `getAttribute` is not among them: Playwright needs the form's own.
const shadowing = ['reset', 'append', 'submit', 'action', 'dataset', 'elements', 'setAttribute'];

async function addFields(site, names) {
  await site.locator('form').evaluate((form, added) => {
    const fieldOf = (name) => Object.assign(document.createElement('input'), { type: 'hidden', name, value: name });
    Element.prototype.append.apply(form, added.map(fieldOf));
  }, names);
}

test('fields may be called like what a form can do, and a second inquiry can be sent', async () => {
  const site = await newPage(browser);
  await site.goto(`${url}/demo/`);
  await addFields(site, shadowing);
  await site.evaluate(() => addEventListener('voronka:sent', () => (window.sent = (window.sent ?? 0) + 1)));
  for (const sent of [1, 2]) {
    await fillIn(site);
    await site.getByLabel('Что нужно').fill(`Кабель, ${sent}`);
    await send(site);
    await eventually(() => site.evaluate((count) => window.sent === count, sent));
    await site.getByText('Спасибо, заявка принята').waitFor();
    assert.equal(await site.getByLabel('Как вас зовут').inputValue(), '');
  }
  const inquiries = await inquiriesOfVisitor();
  assert.deepEqual(inquiries.map(({ text }) => text).sort(), ['Кабель, 1', 'Кабель, 2']);
  for (const { sent } of inquiries) for (const name of shadowing) assert.equal(sent.values[name], name);
});

test('a form with such fields shows a refusal, and its button works again', async () => {
  const site = await newPage(browser);
  await site.goto(`${url}/demo/`);
  await addFields(site, shadowing);
  await site.getByLabel('Согласен').evaluate((box) => box.removeAttribute('required'));
  await fillIn(site, { consent: false });
  await send(site);
  await site.getByText('Нужно согласие на обработку персональных данных.').waitFor();
  await site.getByLabel('Согласен').check();
  await send(site);
  await site.getByText('Спасибо, заявка принята').waitFor();
});

test('a refusal is shown at its field, and the typed text stays', async () => {
  const site = await newPage(browser);
  await site.goto(`${url}/demo/`);
  await site.getByLabel('Согласен').evaluate((box) => box.removeAttribute('required'));
  await fillIn(site, { consent: false });
  await send(site);
  await site.getByText('Нужно согласие на обработку персональных данных.').waitFor();
  const complaint = await site.getByLabel('Согласен').evaluate((box) => box.validationMessage);
  assert.equal(complaint, 'Нужно согласие на обработку персональных данных.');
  assert.equal(await site.getByLabel('Как вас зовут').inputValue(), visitor.name);
  await site.getByLabel('Согласен').check();
  await send(site);
  await site.getByText('Спасибо, заявка принята').waitFor();
  assert.equal((await inquiriesOfVisitor()).length, 1);
});

async function sendTrapped() {
  const site = await newPage(browser);
  await site.goto(`${url}/demo/`);
  await fillIn(site);
  await site.locator('[name=_website]').evaluate((field) => (field.value = 'http://spam.example'));
  await send(site);
  await site.getByText('Спасибо, заявка принята').waitFor();
}

const heldOfVisitor = (page) => page.locator('[data-held-form]').filter({ hasText: visitor.name });

async function pageOfHeldForms() {
  const page = await pageOf(browser, 'olga');
  await page.getByRole('link', { name: /^На проверке/ }).click();
  await page.getByRole('heading', { level: 1, name: 'На проверке' }).waitFor();
  return page;
}

test('whoever fills in the trap is thanked and held; a real client is released and offered', async () => {
  const page = await pageOfHeldForms();
  await sendTrapped();
  const held = heldOfVisitor(page);
  await held.waitFor();
  await held.getByText('Нужен кабель, 300 м').waitFor();
  await held.getByText('http://spam.example').waitFor();
  assert.equal((await inquiriesOfVisitor()).length, 0);
  await page.getByRole('link', { name: /заяв\S+ на проверке/ }).waitFor();

  await held.getByRole('button', { name: 'Это клиент' }).click();
  await page.getByRole('status').getByText(/Заявка принята: сделка #\d+/).waitFor();
  await held.waitFor({ state: 'hidden' });
  const [inquiry] = await inquiriesOfVisitor();
  assert.ok(Date.parse(inquiry.sendTime) < Date.parse(inquiry.createTime));
  const [deal] = await dealsOfVisitor();
  await eventually(async () => (await olga.getDeal(deal)).offerDeadline);
  await page.goto(`${url}/deals/${deal.id}`);
  await page.getByText('Клиент отправил заявку').waitFor();
});

test('a discarded form can still be found and released', async () => {
  const page = await pageOfHeldForms();
  await sendTrapped();
  await heldOfVisitor(page).getByRole('button', { name: 'Удалить' }).click();
  await heldOfVisitor(page).waitFor({ state: 'hidden' });
  await page.getByText('Удалённые', { exact: true }).click();
  await heldOfVisitor(page).getByRole('button', { name: 'Это клиент' }).click();
  await heldOfVisitor(page).waitFor({ state: 'hidden' });
  assert.equal((await inquiriesOfVisitor()).length, 1);
});

test('a manager does not see held forms', async () => {
  const page = await pageOf(browser, 'anna');
  await page.getByRole('link', { name: /^Задачи/ }).waitFor();
  assert.equal(await page.getByRole('link', { name: /На проверке/ }).count(), 0);
});

test('nobody sees the trap or reaches it with the keyboard', async () => {
  const site = await newPage(browser);
  await site.goto(`${url}/demo/`);
  const trap = site.locator('[name=_website]');
  const box = await trap.boundingBox();
  assert.ok(box.x + box.width <= 0);
  await site.getByLabel('Что нужно').focus();
  await site.keyboard.press('Tab');
  await eventually(() => site.getByLabel('Согласен').evaluate((field) => field === document.activeElement));
});

test('the site fits a phone', async () => {
  const site = await newPage(browser, { width: 360, height: 740 });
  await site.goto(`${url}/demo/`);
  assert.equal(await site.evaluate(() => document.documentElement.scrollWidth), 360);
});
