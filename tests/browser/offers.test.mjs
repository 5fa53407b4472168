import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { Person } from './support/api.mjs';
import { card, cardIn, keptOffline, openBrowser, pageOf, url } from './support/browser.mjs';
import { eventually } from './support/eventually.mjs';

const managers = ['anna', 'boris', 'vera'];
const browser = await openBrowser();
const people = new Map(await Promise.all(managers.map(async (who) => [who, await Person.logIn(who)])));

// The story does not decide whose turn it is.
async function offered(deal) {
  const { responsibleUserId } = await eventually(async () => {
    const found = await people.get('anna').getDeal(deal);
    return found.offerDeadline && found;
  });
  return managers.find((who) => people.get(who).id === responsibleUserId);
}

const take = (page, deal) => card(page, deal).getByRole('button', { name: 'Взять в работу' });

async function everyonesPages() {
  const pages = new Map();
  for (const who of managers) pages.set(who, await pageOf(browser, who));
  return pages;
}

// For as long as the story runs.
async function whenOffersLast(takeWithin, story) {
  const olga = await Person.logIn('olga');
  const { queues } = await olga.queues('ListQueues', {});
  const queue = queues.find(({ pipeline }) => pipeline === 'first_sales');
  const update = (change) =>
    olga.queues('UpdateQueue', { requestId: randomUUID(), queueId: queue.id, queue: { ...queue, ...change } });
  await update({ takeWithin });
  await story().finally(() => update({}));
}

test('an inquiry appears by itself and is taken with the button', async () => {
  const pages = await everyonesPages();
  const deal = await people.get('anna').submitInquiry('Пришлите прайс');
  const who = await offered(deal);
  const offer = card(pages.get(who), deal);
  await offer.getByText(/Вам новая заявка, взять до \d\d:\d\d/).waitFor();
  await offer.getByRole('timer').waitFor();
  await take(pages.get(who), deal).click();
  await eventually(async () => !(await people.get(who).getDeal(deal)).offerDeadline);
  assert.equal((await people.get(who).getDeal(deal)).stage, 'accepted');
  await eventually(async () => (await offer.getByRole('timer').count()) === 0);
});

function countTones() {
  window.tones = 0;
  window.OscillatorNode = class extends OscillatorNode {
    start(at) {
      window.tones += 1;
      super.start(at);
    }
  };
}

// As if a person had clicked: without that, browsers play no sound.
async function listenIn(tab) {
  await tab.goto(url);
  await tab.waitForSelector('section[data-stage]');
  await tab.locator('h1').first().click();
}

// Offers left over by other stories would be heard as well, whenever they expire.
async function takeWhatIsOnOffer() {
  const olga = await Person.logIn('olga');
  const { deals = [] } = await olga.call('DealService/ListDeals', { pipeline: 'first_sales', stage: 'new', pageSize: 1000 });
  for (const deal of deals.filter(({ offerDeadline }) => offerDeadline)) await olga.move(deal, 'accepted');
}

test('an offer plays a sound once in all tabs of a browser', async () => {
  await takeWhatIsOnOffer();
  const pages = await everyonesPages();
  for (const page of pages.values()) {
    await page.context().addInitScript(countTones);
    await page.context().newPage();
    for (const tab of page.context().pages()) await listenIn(tab);
  }
  const deal = await people.get('anna').submitInquiry('Слышно?');
  const tabs = pages.get(await offered(deal)).context().pages();
  for (const tab of tabs) await take(tab, deal).waitFor();
  const tones = () => Promise.all(tabs.map((tab) => tab.evaluate(() => window.tones)));
  // The notification comes by another stream than the deal, and later on a busy machine.
  await eventually(async () => (await tones()).some((played) => played > 0));
  await tabs[0].waitForTimeout(1_500);
  assert.deepEqual((await tones()).sort(), [0, 2]);
});

test('an offer pops up on any screen, is counted in the title, and is taken from there', async () => {
  await takeWhatIsOnOffer();
  const pages = await everyonesPages();
  for (const page of pages.values()) await page.getByRole('link', { name: /^Задачи/ }).click();
  const deal = await people.get('anna').submitInquiry('Кабель на склад');
  const page = pages.get(await offered(deal));
  const popup = page.getByRole('alertdialog', { name: /Вам новая заявка/ }).filter({ hasText: 'Кабель на склад' });
  await popup.getByRole('timer').waitFor();
  await eventually(async () => /^\(\d+\) Задачи · Voronka$/.test(await page.title()));
  await popup.getByRole('button', { name: 'Взять', exact: true }).click();
  await popup.waitFor({ state: 'hidden' });
  await page.getByRole('dialog', { name: new RegExp(`Сделка #${deal.id}`) }).waitFor();
  await eventually(async () => (await people.get('anna').getDeal(deal)).stage === 'accepted');
});

test('the second tap of a double one takes no second client', async () => {
  await takeWhatIsOnOffer();
  const pages = await everyonesPages();
  const [first, ...others] = await eventually(async () => {
    const deal = await people.get('anna').submitInquiry('Двойное нажатие');
    const who = await offered(deal);
    const { deals = [] } = await people.get(who).call('DealService/ListDeals', { pipeline: 'first_sales', stage: 'new', responsibleUserId: people.get(who).id });
    const found = deals.filter(({ offerDeadline }) => offerDeadline);
    return found.length > 1 && [who, ...found];
  });
  const page = pages.get(first);
  for (const deal of others) await take(page, deal).waitFor();
  const box = await page.getByRole('button', { name: 'Взять в работу' }).first().boundingBox();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.click(x, y);
  await page.waitForTimeout(200);
  await page.mouse.click(x, y);
  await page.waitForTimeout(1_000);
  const after = await Promise.all(others.map((deal) => people.get(first).getDeal(deal)));
  assert.equal(after.filter(({ stage }) => stage === 'accepted').length, 1);
});

test('whoever takes an offer by a key goes on from its card', async () => {
  await takeWhatIsOnOffer();
  const pages = await everyonesPages();
  const deal = await people.get('anna').submitInquiry('С клавиатуры');
  const page = pages.get(await offered(deal));
  await take(page, deal).press('Enter');
  await eventually(() => card(page, deal).evaluate((taken) => taken === document.activeElement));
});

test('a declined offer passes to the next manager', async () => {
  const deal = await people.get('anna').submitInquiry('Нужен кабель');
  const first = await offered(deal);
  const page = await pageOf(browser, first);
  await card(page, deal).getByRole('button', { name: 'Отказаться' }).click();
  await page.getByLabel('Причина').fill('Я в отпуске');
  await page.getByRole('dialog').getByRole('button', { name: 'Отказаться' }).click();
  await card(page, deal).waitFor({ state: 'detached' });
  const next = await offered(deal);
  const other = await pageOf(browser, next);
  await take(other, deal).waitFor();
});

test('an expired offer moves from one screen to another at its deadline', () =>
  whenOffersLast('4s', async () => {
    const pages = await everyonesPages();
    const deal = await people.get('anna').submitInquiry('Кто возьмёт?');
    const first = await offered(deal);
    await take(pages.get(first), deal).waitFor();
    await card(pages.get(first), deal).waitFor({ state: 'detached' });
    await Promise.any(managers.filter((who) => who !== first).map((who) => take(pages.get(who), deal).waitFor()));
  }));

test('whoever takes an offer too late learns who has it', () =>
  whenOffersLast('8s', async () => {
    const pages = await everyonesPages();
    for (const page of pages.values()) await keptOffline(page);
    const deal = await people.get('anna').submitInquiry('Чья она?');
    const first = await offered(deal);
    const page = pages.get(first);
    await take(page, deal).waitFor();
    await page.context().setOffline(true);
    await take(page, deal).click();
    await cardIn(page, 'new', deal).getByText(/^Ещё не взята: .* до \d\d:\d\d/).waitFor();
    await page.getByText('Ждёт отправки: взять 1 заявку').waitFor();
    assert.equal(await take(page, deal).count(), 0);
    await card(page, deal).getByText(/^Время вышло в \d\d:\d\d/).waitFor();
    await eventually(async () => {
      const { responsibleUserId: owner } = await people.get(first).getDeal(deal);
      return owner && owner !== people.get(first).id;
    });
    await page.context().setOffline(false);
    await page.getByText(/^«Сделка #\d+, Ирина Соколова» уже у (Анны|Бориса|Веры|Ольги)/).waitFor();
    await card(page, deal).waitFor({ state: 'detached' });
    await page.waitForTimeout(2_000);
    assert.equal(await page.getByRole('alertdialog', { name: /больше не за вами/ }).count(), 0);
  }));

test('an offer taken without a connection is the user’s once it is back in time', async () => {
  await takeWhatIsOnOffer();
  const pages = await everyonesPages();
  for (const page of pages.values()) await keptOffline(page);
  const deal = await people.get('anna').submitInquiry('Успеет?');
  const who = await offered(deal);
  const page = pages.get(who);
  await take(page, deal).waitFor();
  await page.context().setOffline(true);
  const tried = page.waitForEvent('requestfailed', (request) => request.url().endsWith('/TakeOffer'));
  await take(page, deal).click();
  await tried;
  await cardIn(page, 'new', deal).getByText(/^Ещё не взята/).waitFor();
  await page.context().setOffline(false);
  await page.getByText(/^Вы взяли «Сделка #\d+, Ирина Соколова»/).waitFor();
  await cardIn(page, 'accepted', deal).waitFor();
  assert.equal((await people.get(who).getDeal(deal)).stage, 'accepted');
});

test('the head of sales sees who holds which offer', async () => {
  const page = await pageOf(browser, 'olga');
  await page.getByRole('link', { name: 'Распределение' }).click();
  const deal = await people.get('anna').submitInquiry('Сколько стоит?');
  await page.locator(`[data-deal-offer="${deal.id}"]`).getByRole('timer').waitFor();
});

test('the head of sales is told why the offers cannot be shown, and sees them once they can', async () => {
  const page = await pageOf(browser, 'olga');
  const refusal = { 'content-type': 'application/grpc-web+proto', 'grpc-status': '14', 'grpc-message': 'down' };
  await page.route('**/voronka.distribution.*/**', (route) => route.fulfill({ status: 200, headers: refusal }));
  await page.getByRole('link', { name: 'Распределение' }).click();
  const panel = page.getByRole('region', { name: 'Ещё не взяты' });
  await panel.getByRole('alert').waitFor();
  await page.unroute('**/voronka.distribution.*/**');
  await panel.getByRole('alert').waitFor({ state: 'hidden' });
});

test('the bar at the bottom of a phone has room for the menu of whoever leads sales', async () => {
  const page = await pageOf(browser, 'olga', { width: 360 });
  const menu = page.getByRole('button', { name: /^Меню пользователя/ });
  await page.getByRole('link', { name: 'Распределение' }).waitFor();
  const { x, width } = await menu.boundingBox();
  assert.ok(x >= 0 && x + width <= 360, `from ${x}, ${width} wide`);
});
