// What the browser stores and does by itself: installation, a start without a network.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Person } from './support/api.mjs';
import { card, goOffline, keptOffline, moveByKeys, newPage, openBrowser, pageOf, url } from './support/browser.mjs';
import { eventually } from './support/eventually.mjs';

const browser = await openBrowser();
const vera = await Person.logIn('vera');

test('the client can be installed', async () => {
  const page = await pageOf(browser, 'vera');
  await keptOffline(page);
  const session = await page.context().newCDPSession(page);
  const { data, errors } = await session.send('Page.getAppManifest');
  assert.deepEqual(errors, []);
  assert.equal(JSON.parse(data).display, 'standalone');
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  // A story's browser forgets everything at its end, so nothing can be installed in it.
  const real = installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito');
  assert.deepEqual(real, []);
});

test('a page opened without a network says that it waits, and starts by itself', async () => {
  const page = await pageOf(browser, 'vera');
  await goOffline(page);
  await page.reload();
  await page.getByText('Нет связи с сервером, пробуем снова…').waitFor();
  await page.getByText('как только связь вернётся, всё откроется само').waitFor();
  await page.context().setOffline(false);
  await page.waitForSelector('section[data-stage]');
});

// As a page that was loading while the worker became active, which does not claim it then.
test('a page that was loaded past the worker is kept all the same', async () => {
  const page = await pageOf(browser, 'vera');
  await keptOffline(page);
  const session = await page.context().newCDPSession(page);
  await session.send('Page.reload', { ignoreCache: true });
  await page.waitForSelector('section[data-stage]');
  await goOffline(page);
  await page.goto(`${url}/tasks`);
  await page.getByText('Нет связи с сервером, пробуем снова…').waitFor();
});

test('a page opened without a network says what waits to be sent', async () => {
  const page = await pageOf(browser, 'vera');
  const deal = await vera.makeDeal('Ждёт и без страницы');
  await card(page, deal).waitFor();
  await goOffline(page);
  await moveByKeys(page, deal, 'Принято в работу');
  await page.getByText('Ждёт отправки: 1 перемещение').waitFor();
  await page.reload();
  await page.getByRole('status').getByText('Ждёт отправки: 1 перемещение').waitFor();
  await page.context().setOffline(false);
  await eventually(async () => (await vera.getDeal(deal)).stage === 'accepted');
});

// Moves the page's own clock forward, as in a browser that slept.
test('moves that have waited longer than two days are shown, not sent', async () => {
  const page = await newPage(browser);
  await page.clock.install();
  await page.goto(url);
  await page.fill('[name=login]', 'vera@demo.voronka');
  await page.fill('[name=password]', 'voronka-demo');
  await page.click('button[type=submit]');
  const deal = await vera.makeDeal('Ждала три дня');
  await card(page, deal).waitFor();
  await goOffline(page);
  await moveByKeys(page, deal, 'Принято в работу');
  await page.getByText('Ждёт отправки: 1 перемещение').waitFor();
  await page.clock.fastForward(72 * 3_600_000);
  await page.context().setOffline(false);
  await page.getByText('«Ждала три дня» → «Принято в работу»').waitFor();
  assert.equal((await vera.getDeal(deal)).stage, 'new');
});
