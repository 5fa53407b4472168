import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Person } from './support/api.mjs';
import { card, cardIn, launch, pageOf, url } from './support/browser.mjs';

let browser;
let anna;
before(async () => {
  browser = await launch();
  anna = await Person.logIn('anna');
});
after(() => browser.close());

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

test('six tabs of one browser are all live, and a call gets through', async () => {
  const first = await pageOf(browser, 'anna');
  const tabs = [first];
  while (tabs.length < 6) {
    const tab = await first.context().newPage();
    await tab.goto(url);
    await tab.waitForSelector('section[data-stage]');
    tabs.push(tab);
  }
  const deal = await anna.makeDeal('Во всех вкладках');
  await Promise.all(tabs.map((tab) => cardIn(tab, 'new', deal).waitFor()));
  await card(tabs[5], deal).click();
  await tabs[5].getByRole('dialog', { name: 'Во всех вкладках' }).waitFor();
});

test('when the tab that holds the streams is closed, another goes on without a gap', async () => {
  const first = await pageOf(browser, 'anna');
  const second = await first.context().newPage();
  await second.goto(url);
  await second.waitForSelector('section[data-stage]');
  await first.close();
  const deal = await anna.makeDeal('После смены вкладки');
  await cardIn(second, 'new', deal).waitFor();
});
