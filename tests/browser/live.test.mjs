import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Person } from './support/api.mjs';
import { card, cardIn, logIn, newPage, openBrowser, pageOf, url } from './support/browser.mjs';
import { countStreams } from './support/streams.mjs';

const browser = await openBrowser();
const anna = await Person.logIn('anna');

// When the page first shows the card in that column, by the machine's clock.
function shownAt(page, stage, deal) {
  return page.evaluate(
    ([selector]) =>
      new Promise((resolve) => {
        const look = () => (document.querySelector(selector) ? resolve(Date.now()) : requestAnimationFrame(look));
        look();
      }),
    [`section[data-stage=${stage}] article[data-deal="${deal.id}"]`],
  );
}

test('two browsers show each other’s moves within 200 ms', async () => {
  const [one, other] = [await pageOf(browser, 'anna'), await pageOf(browser, 'anna')];
  const latencies = [];
  for (let round = 0; round < 5; ++round) {
    const deal = await anna.makeDeal(`Живая ${round}`);
    await cardIn(one, 'new', deal).waitFor();
    await cardIn(other, 'new', deal).waitFor();
    const [mine, theirs] = [shownAt(one, 'accepted', deal), shownAt(other, 'accepted', deal)];
    await card(one, deal).focus();
    await one.keyboard.press('m');
    await one.getByRole('group', { name: 'Этапы' }).getByText('Принято в работу').click();
    latencies.push((await theirs) - (await mine));
  }
  latencies.sort((a, b) => a - b);
  assert.ok(latencies[2] <= 200, `ms: ${latencies}`);
});

const count = process.env.VORONKA_FULL === '1' ? 30 : 6;

async function tabsOf(first) {
  const tabs = [first];
  while (tabs.length < count) {
    const tab = await first.context().newPage();
    await tab.goto(url);
    await tab.waitForSelector('section[data-stage]');
    tabs.push(tab);
  }
  return tabs;
}

const allShow = (tabs, deal) => Promise.all(tabs.map((tab) => cardIn(tab, 'new', deal).waitFor({ timeout: 15_000 })));

test(`${count} tabs of one browser are live with two streams, and each can still make a call`, async () => {
  const page = await newPage(browser);
  const streams = countStreams(page.context());
  await logIn(page, 'anna');
  await page.waitForSelector('section[data-stage]');
  const tabs = await tabsOf(page);
  const deal = await anna.makeDeal('Во всех вкладках');
  await allShow(tabs, deal);
  assert.equal(streams.now(), 2);
  for (const tab of tabs) {
    await card(tab, deal).click();
    await tab.getByRole('dialog', { name: deal.name }).getByText('Сделка создана').waitFor();
  }
});

test('when the tab that holds the streams is closed, another continues without a gap', async () => {
  const [leader, ...others] = await tabsOf(await pageOf(browser, 'anna'));
  const before = await anna.makeDeal('Перед сменой вкладки');
  const [meanwhile] = await Promise.all([anna.makeDeal('Во время смены вкладки'), leader.close()]);
  const after = await anna.makeDeal('После смены вкладки');
  for (const deal of [before, meanwhile, after]) await allShow(others, deal);
});
