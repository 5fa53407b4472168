import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Person } from './support/api.mjs';
import { card, cardIn, gone, goOffline, moveByKeys, openBrowser, pageOf, unsent, url } from './support/browser.mjs';
import { eventually } from './support/eventually.mjs';

const browser = await openBrowser();
const anna = await Person.logIn('anna');

test('a move without a connection is shown, kept, and sent once when the connection is back', async () => {
  const deal = await anna.makeDeal('Без связи');
  const page = await pageOf(browser, 'anna');
  await card(page, deal).waitFor();
  await goOffline(page);
  await moveByKeys(page, deal, 'Принято в работу');
  await cardIn(page, 'accepted', deal).waitFor();
  await page.getByText('Ждёт отправки: 1 перемещение').waitFor();
  assert.equal((await anna.getDeal(deal)).stage, 'new');

  await page.context().setOffline(false);
  await eventually(async () => (await anna.getDeal(deal)).stage === 'accepted');
  await gone(unsent(page));
  const { visits } = await anna.call('DealService/ListStageHistory', { dealId: deal.id });
  assert.deepEqual(visits.map((visit) => visit.stage), ['new', 'accepted']);
});

test('a waiting move survives a reload of the page', async () => {
  const deal = await anna.makeDeal('Закрыли вкладку');
  const page = await pageOf(browser, 'anna');
  await card(page, deal).waitFor();
  await goOffline(page);
  await moveByKeys(page, deal, 'Принято в работу');
  await page.getByText('Ждёт отправки: 1 перемещение').waitFor();
  await page.context().setOffline(false);
  await page.reload();
  await eventually(async () => (await anna.getDeal(deal)).stage === 'accepted');
});

test('changes made meanwhile appear when the connection is back', async () => {
  const page = await pageOf(browser, 'anna');
  await goOffline(page);
  await page.getByText('Нет связи.').waitFor();
  const deal = await anna.makeDeal('Пока не было связи');
  await page.context().setOffline(false);
  await cardIn(page, 'new', deal).waitFor();
  await gone(page.getByText('Нет связи.'));
});

test('a half-typed note survives a reload of the page', async () => {
  const deal = await anna.makeDeal('С черновиком');
  const page = await pageOf(browser, 'anna');
  await card(page, deal).click();
  await page.getByRole('textbox', { name: 'Примечание' }).fill('Просит скидку');
  await page.reload();
  await eventually(async () => (await page.getByRole('textbox', { name: 'Примечание' }).inputValue()) === 'Просит скидку');
});

test('a delayed move does not undo a colleague’s later one, and shows the deal’s current state', async () => {
  const deal = await anna.makeDeal('Подвинули двое');
  const page = await pageOf(browser, 'anna');
  await card(page, deal).waitFor();
  await goOffline(page);
  await moveByKeys(page, deal, 'Принято в работу');
  await page.getByText('Ждёт отправки: 1 перемещение').waitFor();
  const olga = await Person.logIn('olga');
  await olga.move(deal, 'price_sent');

  await page.context().setOffline(false);
  await page.getByRole('status').getByText(/«Подвинули двое» уже изменили: .*Ваше перемещение не выполнено/).waitFor();
  await cardIn(page, 'price_sent', deal).waitFor();
  assert.equal((await anna.getDeal(deal)).stage, 'price_sent');
});

test('consecutive moves of one deal are made in order', async () => {
  const deal = await anna.makeDeal('Туда и дальше');
  const page = await pageOf(browser, 'anna');
  await card(page, deal).waitFor();
  await goOffline(page);
  await moveByKeys(page, deal, 'Принято в работу');
  await cardIn(page, 'accepted', deal).waitFor();
  await moveByKeys(page, deal, 'Прайс отправлен');
  await page.getByText('Ждут отправки: 2 перемещения').waitFor();

  await page.context().setOffline(false);
  await gone(unsent(page));
  const { visits } = await anna.call('DealService/ListStageHistory', { dealId: deal.id });
  assert.deepEqual(visits.map((visit) => visit.stage), ['new', 'accepted', 'price_sent']);
});

test('the other tabs show what waits as well, and what came of it', async () => {
  const deal = await anna.makeDeal('Две вкладки');
  const page = await pageOf(browser, 'anna');
  const other = await page.context().newPage();
  await other.goto(url);
  for (const tab of [page, other]) await card(tab, deal).waitFor();
  await goOffline(page);
  await moveByKeys(page, deal, 'Принято в работу');
  for (const tab of [page, other]) {
    await cardIn(tab, 'accepted', deal).getByText('Ждёт отправки').waitFor();
    await tab.getByText('Ждёт отправки: 1 перемещение').waitFor();
  }
  await page.context().setOffline(false);
  for (const tab of [page, other]) await gone(unsent(tab));
  for (const tab of [page, other]) await cardIn(tab, 'accepted', deal).waitFor();
});

test('a move that is refused after a hand-over says which deal stays where it is', async () => {
  const deal = await anna.makeDeal('Передали другому');
  const page = await pageOf(browser, 'anna');
  await card(page, deal).waitFor();
  await goOffline(page);
  await moveByKeys(page, deal, 'Принято в работу');
  await page.getByText('Ждёт отправки: 1 перемещение').waitFor();
  const [olga, boris] = await Promise.all(['olga', 'boris'].map((who) => Person.logIn(who)));
  await olga.change('DealService/ReassignDeal', { dealId: deal.id, userId: boris.id });

  await page.context().setOffline(false);
  await page.getByRole('status').getByText(/«Передали другому».*не выполнено.*Борис/).waitFor();
});

test('whoever logs out while changes wait is asked first, and without a connection stays logged in', async () => {
  const deal = await anna.makeDeal('Выйти и не отправить');
  const page = await pageOf(browser, 'anna');
  await card(page, deal).waitFor();
  await goOffline(page);
  await moveByKeys(page, deal, 'Принято в работу');
  await page.getByText('Ждёт отправки: 1 перемещение').waitFor();
  await page.getByRole('button', { name: 'Меню пользователя: Анна' }).click();
  await page.getByRole('menuitem', { name: 'Выйти', exact: true }).click();
  const question = page.getByRole('dialog', { name: 'Выйти, не дождавшись отправки?' });
  await question.getByText(/Не отправлено: 1 изменение\. Неотправленное останется/).waitFor();
  await question.getByRole('button', { name: 'Выйти' }).click();
  await page.getByText(/по-прежнему вошли на этом устройстве/).waitFor();
  await page.context().setOffline(false);
  await gone(unsent(page));
});

const noteField = (page) => page.getByPlaceholder(/для себя и коллег/);

test('a note without a connection is kept, shown as unsent, and sent once when the connection is back', async () => {
  const deal = await anna.makeDeal('Записать без связи');
  const page = await pageOf(browser, 'anna');
  await card(page, deal).click();
  await noteField(page).waitFor();
  await goOffline(page);
  await noteField(page).fill('Перезвонит сам');
  await noteField(page).press('Control+Enter');
  await page.getByRole('status').getByText('Ждёт отправки: 1 примечание').waitFor();
  await page.getByText('Ждёт отправки: Перезвонит сам').waitFor();
  assert.equal(await noteField(page).inputValue(), '');

  await page.context().setOffline(false);
  await gone(unsent(page));
  const { entries } = await anna.call('TimelineService/ListTimeline', { dealId: deal.id });
  assert.deepEqual(entries.filter(({ kind }) => kind === 'KIND_NOTE').map(({ text }) => text), ['Перезвонит сам']);
});

test('a new task without a connection is kept, and made once when the connection is back', async () => {
  const deal = await anna.makeDeal('Запланировать без связи');
  const page = await pageOf(browser, 'anna');
  await card(page, deal).click();
  const dialog = page.getByRole('dialog', { name: deal.name });
  await dialog.getByRole('button', { name: 'Новая задача' }).click();
  await goOffline(page);
  await dialog.getByLabel('Что сделать').fill('Отправить договор');
  await dialog.getByRole('button', { name: 'Добавить', exact: true }).click();
  await page.getByRole('status').getByText('Ждёт отправки: 1 задача').waitFor();
  await dialog.getByText('Ждёт отправки: Отправить договор').waitFor();

  await page.context().setOffline(false);
  await dialog.getByRole('button', { name: 'Завершить: Отправить договор' }).waitFor();
  await gone(unsent(page));
  const { tasks } = await anna.call('TaskService/ListTasks', { dealId: deal.id });
  assert.deepEqual(tasks.map(({ text }) => text), ['Отправить договор']);
});

test('a note that is refused returns to where it was typed', async () => {
  const deal = await anna.makeDeal('Слишком длинная запись');
  const page = await pageOf(browser, 'anna');
  await card(page, deal).click();
  const text = 'я'.repeat(10_001);
  await noteField(page).fill(text);
  await noteField(page).press('Control+Enter');
  await eventually(() => noteField(page).evaluate((field) => field.getAttribute('aria-invalid') === 'true'));
  assert.equal(await noteField(page).inputValue(), text);
});

// As the gateway answers while `part` is down.
function without(page, part) {
  const services = { crm: 'serving', distribution: 'serving', notifier: 'serving', [part]: 'down' };
  return page.route('**/readyz', (route) => route.fulfill({ status: 200, json: { ready: part !== 'crm', services } }));
}

const words = { crm: /Сделки и задачи пока не открываются/, distribution: /Заявки пока не распределяются/, notifier: /Напоминания .*пока не приходят/ };

for (const [part, said] of Object.entries(words)) {
  test(`every tab says what stands still without ${part}, until it is back`, async () => {
    const page = await pageOf(browser, 'anna');
    const other = await page.context().newPage();
    await other.goto(url);
    for (const tab of [page, other]) await without(tab, part);
    for (const tab of [page, other]) await tab.getByRole('status').getByText(said).waitFor();
    assert.equal(await page.getByText('Нет связи.').count(), 0);
    for (const tab of [page, other]) await tab.unroute('**/readyz');
    for (const tab of [page, other]) await gone(tab.getByRole('status').getByText(said));
  });
}

// The number beside a stage's name.
const countIn = (page, stage) => page.locator(`section[data-stage=${stage}] header`).innerText();

test('a deal that changes while the board is being loaded is counted where it is', async () => {
  const deal = await anna.makeDeal('Посчитать верно');
  const page = await pageOf(browser, 'anna');
  await card(page, deal).waitFor();
  let moved;
  await page.route('**/voronka.crm.v1.BoardService/GetBoard', async (route) => {
    const response = await route.fetch();
    moved ??= await anna.move(deal, 'accepted');
    // Until the change has come through the stream.
    await page.waitForTimeout(1_500);
    await route.fulfill({ response });
  });
  await page.reload();
  await cardIn(page, 'accepted', deal).waitFor();
  await page.waitForTimeout(1_000);
  const counted = [await countIn(page, 'new'), await countIn(page, 'accepted')];
  await page.unroute('**/voronka.crm.v1.BoardService/GetBoard');
  await page.reload();
  await cardIn(page, 'accepted', deal).waitFor();
  assert.deepEqual(counted, [await countIn(page, 'new'), await countIn(page, 'accepted')]);
});

test('an open deal on a phone says that there is no connection, and that its move waits', async () => {
  const deal = await anna.makeDeal('В дороге');
  const page = await pageOf(browser, 'anna', { width: 390, height: 844 });
  await card(page, deal).click();
  const dialog = page.getByRole('dialog', { name: deal.name });
  await dialog.getByRole('group', { name: 'Этап', exact: true }).waitFor();
  await goOffline(page);
  await dialog.getByText(/Нет связи\./).waitFor();
  await dialog.getByRole('button', { name: 'Принято в работу' }).click();
  await dialog.getByText('Ждёт отправки', { exact: true }).waitFor();
  assert.equal(await page.getByText('Этап: «Принято в работу»').count(), 0);

  await page.context().setOffline(false);
  await gone(unsent(page));
  assert.equal((await anna.getDeal(deal)).stage, 'accepted');
});

const silent = (page, service) => page.route(service, (route) => route.fulfill({ status: 503, body: '' }));

const notifier = /voronka\.notifier\.v1\./;

test('notifications that could not be loaded are not said to be none', async () => {
  const page = await pageOf(browser, 'anna');
  await silent(page, notifier);
  await page.reload();
  await page.getByRole('button', { name: 'Уведомления не загрузились' }).click();
  await page.getByText(/Сервер не отвечает/).waitFor();
  assert.equal(await page.getByText('Всё спокойно').count(), 0);
  await page.unroute(notifier);
  await gone(page.getByText(/Сервер не отвечает/));
});

for (const [screen, service] of [['/board/first_sales', 'BoardService/GetBoard'], ['/tasks', 'TaskService/ListTaskCards']]) {
  test(`${screen} says that it could not be loaded, and heals by itself`, async () => {
    const page = await pageOf(browser, 'anna');
    await silent(page, `**/voronka.crm.v1.${service}`);
    await page.goto(url + screen);
    await page.getByRole('alert').getByText(/Сервер не отвечает/).waitFor();
    await page.getByRole('button', { name: 'Повторить' }).waitFor();
    await page.unroute(`**/voronka.crm.v1.${service}`);
    await gone(page.getByRole('alert').getByText(/Сервер не отвечает/));
  });
}
