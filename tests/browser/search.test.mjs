// Everything is found from anywhere, with a few words and the keyboard.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newPhone, Person } from './support/api.mjs';
import { openBrowser, pageOf, url } from './support/browser.mjs';
import { eventually } from './support/eventually.mjs';
import { StoryPipeline } from './support/pipelines.mjs';

const browser = await openBrowser();
const [admin, anna] = [await Person.logIn('admin'), await Person.logIn('anna')];

const palette = (page) => page.getByRole('dialog', { name: 'Поиск' });
const input = (page) => palette(page).getByRole('combobox', { name: 'Что найти' });
const option = (page, text) => palette(page).getByRole('option').filter({ hasText: text });
const isChosen = (locator) => eventually(async () => (await locator.getAttribute('aria-selected')) === 'true');

async function open(page) {
  // The keys are listened to a moment after the first screen is there.
  await eventually(async () => {
    await page.keyboard.press('Control+k');
    return (await palette(page).count()) === 1;
  });
  await input(page).waitFor();
}

async function opened(options) {
  const page = await pageOf(browser, 'anna', options);
  await open(page);
  return page;
}

// Somebody with a deal, whose surname nobody else has.
async function client() {
  const surname = `Жимолостев${Date.now()}`;
  const phone = newPhone();
  const contact = await anna.change('ContactService/CreateContact', { contact: { name: `Лёва ${surname}`, phones: [phone] } });
  const deal = await anna.makeDeal('Ёмкости для воды', { contactId: contact.id });
  return { surname, phone, contact, deal };
}

test('a deal is found by its client, in any order, and opened with the keyboard', async () => {
  const { surname, deal } = await client();
  const page = await opened();
  await input(page).fill(`ЕМКОСТ ${surname.toLowerCase()} лева`);
  const found = option(page, 'Ёмкости для воды');
  await found.waitFor();
  await isChosen(found);
  assert.equal(await input(page).getAttribute('aria-activedescendant'), await found.getAttribute('id'));
  await eventually(() => palette(page).evaluate((dialog) => dialog.querySelector('[aria-busy=true]') === null));
  await page.keyboard.press('Enter');
  await page.waitForURL(`${url}/deals/${deal.id}`);
});

test('the last digits of a phone show where they stand', async () => {
  const { surname, phone } = await client();
  const page = await opened();
  await input(page).fill(`${surname} ${phone.slice(-4)}`);
  const contact = palette(page).getByRole('group', { name: 'Контакты' }).getByRole('option').filter({ hasText: surname });
  await contact.waitFor();
  await input(page).fill(phone.slice(-7));
  const deal = palette(page).getByRole('group', { name: 'Сделки' }).getByRole('option').first();
  await deal.locator('mark').filter({ hasText: phone.slice(-7) }).waitFor();
});

test('commands and pages are found as well, whatever the layout', async () => {
  const page = await opened();
  await input(page).fill('pflfx');
  await option(page, /^Задачи$/).click();
  await page.waitForURL(`${url}/tasks`);
  await palette(page).waitFor({ state: 'detached' });
  // It is where nothing is typed.
  await page.keyboard.press('/');
  await input(page).fill('мои прос');
  await isChosen(option(page, 'Мои просроченные задачи'));
  await page.keyboard.press('Enter');
  await page.waitForURL(`${url}/tasks?whose=mine`);
});

test('a new deal is made from anywhere', async () => {
  const page = await opened();
  await input(page).fill('новая сд');
  await page.locator('[data-option=command-new-deal]').click();
  const form = page.getByRole('dialog', { name: 'Новая сделка' });
  const name = `Отовсюду ${Date.now()}`;
  await form.locator('[data-field="deal.name"]').getByRole('textbox').fill(name);
  await form.getByRole('button', { name: 'Создать сделку' }).click();
  await page.waitForURL(/\/deals\/\d+$/);
  await page.getByRole('dialog').getByText(name).first().waitFor();
});

test('a new deal is asked for what its pipeline asks for', async () => {
  const quick = await StoryPipeline.create(admin, `from_search_${Date.now()}`, 'Сделки из поиска');
  await quick.change(() => ({ quickAddFields: ['deal.name', 'contact.name', 'contact.phones', 'deal.amount'] }));
  const page = await pageOf(browser, 'anna');
  await page.goto(`${url}/board/${quick.key}`);
  await page.locator('section[data-stage=work]').waitFor();
  await open(page);
  await input(page).fill('новая сд');
  await page.locator('[data-option=command-new-deal]').click();
  const form = page.getByRole('dialog', { name: 'Новая сделка' });
  await form.getByText('Появится в воронке «Сделки из поиска»').waitFor();
  const fill = (field, text) => form.locator(`[data-field="${field}"]`).getByRole('textbox').fill(text);
  const [name, phone] = [`Из поиска ${Date.now()}`, newPhone()];
  await fill('deal.name', name);
  await fill('contact.name', 'Ева Поисковая');
  await fill('contact.phones', phone);
  await fill('deal.amount', '1200');
  await form.getByRole('button', { name: 'Создать сделку' }).click();
  await page.waitForURL(/\/deals\/\d+$/);
  const deal = await anna.getDeal({ id: /\d+$/.exec(page.url())[0] });
  assert.deepEqual([deal.name, deal.pipeline, deal.amount.minor], [name, quick.key, '120000']);
  const contact = await anna.call('ContactService/GetContact', { contactId: deal.contactId });
  assert.deepEqual([contact.name, contact.phones], ['Ева Поисковая', [phone]]);
});

test('what was opened lately is offered before anything is typed', async () => {
  const { surname, contact } = await client();
  const page = await opened({ width: 390, height: 800 });
  await input(page).fill(surname);
  const found = palette(page).getByRole('group', { name: 'Контакты' }).getByRole('option').filter({ hasText: surname });
  await found.click();
  await page.waitForURL(`${url}/contacts/${contact.id}`);
  await page.getByRole('button', { name: 'Поиск' }).click();
  await palette(page).getByRole('group', { name: 'Недавние' }).getByText(surname).waitFor();
  const { scroll, width } = await page.evaluate(() => ({ scroll: document.documentElement.scrollWidth, width: innerWidth }));
  assert.ok(scroll <= width, `${scroll} ${width}`);
});

test('nothing found says so, and Escape closes', async () => {
  const page = await opened();
  await input(page).fill('жжжжжжжж ъъъъъъ');
  await palette(page).getByText('Ничего не нашлось').first().waitFor();
  await page.keyboard.press('Escape');
  await palette(page).waitFor({ state: 'detached' });
});
