// Filters: what is put together in the panel, what the board then shows while things change, and filters with a name.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Person } from './support/api.mjs';
import { card, gone, openBrowser, pageOf, url } from './support/browser.mjs';
import { eventually } from './support/eventually.mjs';
import { StoryPipeline } from './support/pipelines.mjs';

const browser = await openBrowser();
const [admin, anna] = [await Person.logIn('admin'), await Person.logIn('anna')];
const story = await StoryPipeline.create(admin, `filters_${Date.now()}`, 'Воронка фильтров');
const board = `${url}/board/${story.key}`;

const rubles = (number) => ({ minor: String(number * 100), currency: 'RUB' });
const makeDeal = (name, number) => anna.makeDeal(name, { pipeline: story.key, stage: 'work', amount: rubles(number) });
const setAmount = (deal, number) =>
  anna.change('DealService/UpdateDeal', { dealId: deal.id, deal: { amount: rubles(number) } });
const [cheap, dear] = [await makeDeal('Дешёвая', 1_000), await makeDeal('Дорогая', 90_000)];

const panelOf = (page) => page.getByRole('dialog', { name: 'Фильтр', exact: true });
const chips = (page) => page.getByRole('list', { name: 'Что отобрано' });

async function openPanel(page) {
  await page.getByRole('button', { name: /^Фильтр/ }).click();
  await panelOf(page).getByRole('heading', { name: 'Условия' }).waitFor();
  return panelOf(page);
}

async function addRow(panel, field) {
  await panel.getByRole('button', { name: 'Добавить условие' }).click();
  const list = panel.getByRole('group', { name: 'Поля', exact: true });
  await list.getByRole('searchbox').fill(field);
  await list.getByRole('button', { name: field, exact: true }).click();
  await panel.getByRole('button', { name: 'Готово' }).click();
}

const show = (panel) => panel.getByRole('button', { name: 'Показать' }).click();

async function filterFrom(page, number) {
  const panel = await openPanel(page);
  await addRow(panel, 'Сумма');
  await panel.getByLabel('Сумма: от', { exact: true }).fill(String(number));
  await show(panel);
  await panel.waitFor({ state: 'hidden' });
}

async function boardPage(who = 'anna', options = undefined) {
  const page = await pageOf(browser, who, options);
  await page.goto(board);
  await page.waitForSelector('section[data-stage]');
  return page;
}

// A link as the panel makes it: one comparison, its operator by its number.
function linkTo(field, operator) {
  const name = Buffer.from(field);
  const comparison = Buffer.concat([Buffer.from([0x0a, name.length]), name, Buffer.from([0x10, operator])]);
  return `${board}?filter=${Buffer.concat([Buffer.from([0x0a, comparison.length]), comparison]).toString('base64url')}`;
}

test('the board shows what suits the filter, and its address keeps it', async () => {
  const page = await boardPage();
  await card(page, cheap).waitFor();
  await filterFrom(page, 50_000);
  await gone(card(page, cheap));
  await card(page, dear).waitFor();
  await page.locator('section[data-stage=work] header').getByText('1 сделка').waitFor();
  assert.match(page.url(), /\?filter=[\w-]+$/);
  await page.reload();
  await card(page, dear).waitFor();
  assert.equal(await card(page, cheap).count(), 0);
  await chips(page).getByRole('button', { name: /^Убрать из фильтра: Сумма/ }).click();
  await card(page, cheap).waitFor();
  assert.equal(new URL(page.url()).search, '');
});

test('a deal that stops suiting the filter leaves, and one that begins to comes', async () => {
  const page = await boardPage();
  await filterFrom(page, 50_000);
  await gone(card(page, cheap));
  const changing = await makeDeal('Дорожает', 10);
  await setAmount(changing, 70_000);
  await card(page, changing).waitFor();
  await page.locator('section[data-stage=work] header').getByText('2 сделки').waitFor();
  await setAmount(changing, 20);
  await gone(card(page, changing));
  assert.equal(await card(page, dear).count(), 1);
});

test('a deal that is opened over a filtered board leads back to it', async () => {
  const page = await boardPage();
  await filterFrom(page, 50_000);
  await gone(card(page, cheap));
  await card(page, dear).click();
  await page.getByRole('dialog', { name: 'Дорогая' }).waitFor();
  assert.equal(await card(page, cheap).count(), 0);
  await page.keyboard.press('Escape');
  await gone(page.getByRole('dialog', { name: 'Дорогая' }));
  assert.match(page.url(), /\?filter=/);
  assert.equal(await card(page, cheap).count(), 0);
});

test('any of the conditions, and all of them', async () => {
  const page = await boardPage();
  const panel = await openPanel(page);
  await addRow(panel, 'Сумма');
  await panel.getByLabel('Сумма: от', { exact: true }).fill('50000');
  await addRow(panel, 'Название');
  await panel.getByLabel('Название: значение').fill('дешё');
  await panel.getByLabel('Как сочетать условия').selectOption('any');
  await show(panel);
  await chips(page).getByText('любое из:').waitFor();
  await card(page, cheap).waitFor();
  await card(page, dear).waitFor();
  await (await openPanel(page)).getByLabel('Как сочетать условия').selectOption('all');
  await show(panelOf(page));
  await gone(card(page, cheap));
  await page.getByText('Ничего не нашлось').waitFor();
});

test('a row without a value is not asked', async () => {
  const page = await boardPage();
  const panel = await openPanel(page);
  await addRow(panel, 'Сумма');
  await show(panel);
  await panel.getByText('Укажите значение').waitFor();
  assert.equal(new URL(page.url()).search, '');
});

test('a field that is not there is said at its row, and the filter can be cleared', async () => {
  const page = await pageOf(browser, 'anna');
  await page.goto(linkTo('deal.vanished', 1));
  await page.getByRole('alert').getByText('Такого поля нет.').first().waitFor();
  const panel = await openPanel(page);
  await panel.locator('[data-field="deal.vanished"]').getByText('Такого поля нет.').waitFor();
  await panel.getByRole('button', { name: 'Сбросить фильтр' }).click();
  await card(page, cheap).waitFor();
});

test('a link that is no filter shows everything', async () => {
  const page = await pageOf(browser, 'anna');
  await page.goto(`${board}?filter=%D1%87%D1%82%D0%BE`);
  await card(page, cheap).waitFor();
  assert.equal(await chips(page).count(), 0);
});

test('a filter gets a name, is shared, chosen by a colleague, and goes again', async () => {
  const name = `Крупные ${Date.now()}`;
  const page = await boardPage();
  const panel = await openPanel(page);
  await addRow(panel, 'Сумма');
  await panel.getByLabel('Сумма: от', { exact: true }).fill('50000');
  await panel.getByRole('button', { name: 'Сохранить этот фильтр…' }).click();
  await panel.getByLabel('Название фильтра').fill(name);
  await panel.getByLabel('Всем').check();
  await panel.getByRole('button', { name: 'Сохранить', exact: true }).click();
  await panel.getByRole('button', { name }).first().click();
  await panel.waitFor({ state: 'hidden' });
  await chips(page).getByText(name).waitFor();

  const colleague = await boardPage('boris');
  const theirs = await openPanel(colleague);
  const shared = theirs.getByRole('button', { name });
  await shared.first().waitFor();
  assert.equal(await shared.count(), 1);
  await shared.click();
  await chips(colleague).getByText(name).waitFor();
  await colleague.context().close();

  const again = await openPanel(page);
  await again.getByRole('button', { name: `Изменить фильтр «${name}»` }).click();
  await again.getByLabel('Название фильтра').fill(`${name} и срочные`);
  await again.getByRole('button', { name: 'Сохранить', exact: true }).click();
  await again.getByRole('button', { name: `Изменить фильтр «${name} и срочные»` }).click();
  await again.getByRole('button', { name: 'Удалить' }).click();
  await again.getByRole('button', { name: 'Точно удалить?' }).click();
  await eventually(async () => {
    const { savedFilters = [] } = await anna.call('SavedFilterService/ListSavedFilters', {});
    return savedFilters.every((saved) => !saved.name.startsWith(name));
  });
});

test('whoever saves a filter that was changed meanwhile is told so first', async () => {
  const name = `Свои ${Date.now()}`;
  const filter = { comparison: { field: 'deal.amount', operator: 'OPERATOR_FILLED' } };
  const saved = await anna.change('SavedFilterService/CreateSavedFilter', {
    savedFilter: { name, subject: 'FILTER_SUBJECT_DEALS', filter },
  });
  const page = await boardPage();
  const panel = await openPanel(page);
  await panel.getByRole('button', { name: `Изменить фильтр «${name}»` }).click();
  await anna.change('SavedFilterService/UpdateSavedFilter', {
    savedFilterId: saved.id,
    savedFilter: { name: `${name} и чужие` },
    updateMask: 'name',
    etag: saved.etag,
  });
  await panel.getByLabel('Название фильтра').fill('Мои правки');
  await panel.getByRole('button', { name: 'Сохранить', exact: true }).click();
  await panel.getByText('Пока вы правили, фильтр изменили.').waitFor();
  const kept = () => anna.call('SavedFilterService/GetSavedFilter', { savedFilterId: saved.id });
  assert.equal((await kept()).name, `${name} и чужие`);
  await panel.getByRole('button', { name: 'Сохранить', exact: true }).click();
  await eventually(async () => (await kept()).name === 'Мои правки');
  await anna.change('SavedFilterService/DeleteSavedFilter', { savedFilterId: saved.id });
});

test('a filter that comes with the program goes together with whose deals are shown', async () => {
  const page = await boardPage();
  const panel = await openPanel(page);
  await panel.getByRole('button', { name: 'Без задач', exact: true }).click();
  await chips(page).getByText('Есть открытая задача: Нет').waitFor();
  await card(page, cheap).waitFor();
  await page.getByText('Все', { exact: true }).click();
  await card(page, cheap).waitFor();
  assert.match(page.url(), /\?filter=/);
});

test('by the keyboard: the panel takes the focus, Enter applies, Escape gives the focus back', async () => {
  const page = await boardPage();
  const button = page.getByRole('button', { name: /^Фильтр/ });
  await button.focus();
  await page.keyboard.press('Enter');
  await panelOf(page).waitFor();
  await page.keyboard.press('Escape');
  await gone(panelOf(page));
  await eventually(() => button.evaluate((element) => element === document.activeElement));
  await page.keyboard.press('Enter');
  const panel = panelOf(page);
  await addRow(panel, 'Сумма');
  await panel.getByLabel('Сумма: от', { exact: true }).fill('50000');
  await page.keyboard.press('Enter');
  await gone(panel);
  await chips(page).getByText(/^Сумма: от/).waitFor();
});

test('on a phone the panel fills the screen and nothing sticks out', async () => {
  const page = await boardPage('anna', { width: 390, height: 844 });
  const panel = await openPanel(page);
  await addRow(panel, 'Создана');
  const { width } = await panel.boundingBox();
  assert.equal(width, 390);
  const sticksOut = () =>
    [...document.querySelectorAll('[role=dialog] *')].some((one) => one.getBoundingClientRect().right > 390.5);
  await eventually(async () => !(await page.evaluate(sticksOut)));
  await show(panel);
  await chips(page).getByText('Создана: сегодня').waitFor();
});
