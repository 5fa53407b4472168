import { after, before, test } from 'node:test';
import { Person } from './support/api.mjs';
import { card, launch, pageOf } from './support/browser.mjs';
import { eventually } from './support/eventually.mjs';

const managers = ['anna', 'boris', 'vera'];
let browser;
let people;
before(async () => {
  browser = await launch();
  people = new Map(await Promise.all(managers.map(async (who) => [who, await Person.logIn(who)])));
});
after(() => browser.close());

// Whose turn it is, is not for the story to say.
async function offered(deal) {
  const { responsibleUserId } = await eventually(async () => {
    const found = await people.get('anna').getDeal(deal);
    return found.offerDeadline && found;
  });
  return managers.find((who) => people.get(who).id === responsibleUserId);
}

test('an inquiry appears by itself, and is taken by the button', async () => {
  const pages = new Map();
  for (const who of managers) pages.set(who, await pageOf(browser, who));
  const deal = await people.get('anna').submitInquiry('Пришлите прайс');
  const who = await offered(deal);
  const offer = card(pages.get(who), deal);
  await offer.getByText(/Назначена вам, взять до \d\d:\d\d/).waitFor();
  await offer.getByRole('timer').waitFor();
  await offer.getByRole('button', { name: 'Взять в работу' }).click();
  await eventually(async () => !(await people.get(who).getDeal(deal)).offerDeadline);
  await eventually(async () => (await offer.getByRole('timer').count()) === 0);
});

test('an offer that is declined passes to the next manager', async () => {
  const deal = await people.get('anna').submitInquiry('Нужен кабель');
  const first = await offered(deal);
  const page = await pageOf(browser, first);
  await card(page, deal).getByRole('button', { name: 'Отказаться' }).click();
  await page.getByLabel('Причина').fill('Я в отпуске');
  await page.getByRole('dialog').getByRole('button', { name: 'Отказаться' }).click();
  await card(page, deal).waitFor({ state: 'detached' });
  const next = await offered(deal);
  const other = await pageOf(browser, next);
  await card(other, deal).getByRole('button', { name: 'Взять в работу' }).waitFor();
});

test('the head of sales sees who holds which offer', async () => {
  const page = await pageOf(browser, 'olga');
  await page.getByRole('link', { name: 'Распределение' }).click();
  const deal = await people.get('anna').submitInquiry('Сколько стоит?');
  await page.locator(`[data-deal-offer="${deal.id}"]`).getByRole('timer').waitFor();
});
