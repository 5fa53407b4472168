// Where admins apply solutions and files, and return to what was before.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { Person } from './support/api.mjs';
import { gone, openBrowser, pageOf, url } from './support/browser.mjs';
import { applyFile, mistakes, pipelineText, returnAfterwards, versionOf } from './support/configuration.mjs';
import { eventually } from './support/eventually.mjs';

const browser = await openBrowser();
const admin = await Person.logIn('admin');
const stamp = Date.now();

await returnAfterwards(admin);

async function opened(path = '', who = 'admin') {
  const page = await pageOf(browser, who);
  await page.goto(`${url}/settings/configuration${path}`);
  await page.locator('main h1').waitFor();
  return page;
}

const text = (page) => page.getByRole('textbox', { name: 'Текст конфигурации' });
const applyButton = (page) => page.getByRole('button', { name: 'Применить' });
const versionRow = (page, version) => page.locator(`[data-version="${version}"]`);
const inMenu = (page, name) => page.getByRole('navigation').getByRole('link', { name, exact: true });

async function repairQueue() {
  const { queues = [] } = await admin.queues('ListQueues', { pageSize: 1000 });
  return queues.find(({ pipeline }) => pipeline === 'repairs');
}

async function compare(page, file) {
  await text(page).fill(file);
  await page.getByRole('button', { name: 'Показать, что изменится' }).click();
}

async function apply(page) {
  await applyButton(page).click();
  await page.getByRole('status').getByText('Готово. Теперь это версия').first().waitFor();
}

test('an admin applies a solution, and returns to what was before', async () => {
  const before = await versionOf(admin);
  const page = await opened();
  await page.getByRole('link', { name: 'Ремонтная мастерская' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('Добавляется воронка «Ремонт»').waitFor();
  assert.equal(await versionOf(admin), before, 'nothing is changed by looking');
  await page.getByLabel('Комментарий для истории').fill('Открыли мастерскую');
  await apply(page);
  await inMenu(page, 'Ремонт').waitFor();

  // The solution brings a queue, and the managers are in it.
  await inMenu(page, 'Очереди').click();
  const queue = await repairQueue();
  const place = page.locator(`[data-place="repairs-${queue.stage}"]`);
  await place.getByText('взять за 10 минут').waitFor();
  await place.getByRole('link').click();
  const members = page.getByRole('region', { name: 'Участники' }).locator('[data-person]');
  await members.first().waitFor();
  assert.deepEqual(await members.evaluateAll((all) => all.map(({ dataset }) => dataset.person)), queue.memberUserIds);

  await inMenu(page, 'Конфигурация').click();
  await page.getByRole('radiogroup', { name: 'Что показать' }).getByText('История', { exact: true }).click();
  const newest = page.locator('[data-version]').first();
  await newest.getByText('решение «Ремонтная мастерская»').waitFor();
  await newest.getByText('Открыли мастерскую').waitFor();
  assert.equal(await newest.getByRole('button', { name: /^Вернуться/ }).count(), 0);
  await newest.locator('button[aria-expanded]').click();
  await newest.getByText('Добавляется воронка «Ремонт»').waitFor();

  await versionRow(page, before).getByRole('button', { name: /^Вернуться/ }).click();
  await page.getByText('Убирается воронка «Ремонт»').waitFor();
  await apply(page);
  await gone(inMenu(page, 'Ремонт'));
  await page.locator('[data-version]').first().getByText(before ? `возврат к версии ${before}` : 'возврат к началу').waitFor();
  assert.equal(await repairQueue(), undefined, 'a queue goes with its stage');
  await inMenu(page, 'Очереди').click();
  await page.locator('[data-place]').first().waitFor();
  assert.equal(await place.count(), 0);
});

test('a file with mistakes tells all of them, and nothing of it is applied', async () => {
  const before = await versionOf(admin);
  const page = await opened('/file');
  await compare(page, mistakes.text);
  await page.getByRole('alert').getByText('3 ошибки').waitFor();
  const places = await page.locator('[data-problem] button > :first-child').allTextContents();
  const lines = places.map((place) => Number(place.split(':')[0]));
  assert.deepEqual(lines, mistakes.lines);
  assert.equal(await applyButton(page).isDisabled(), true);

  // A press shows the line.
  await page.locator('[data-problem] button').nth(1).click();
  const selected = await text(page).evaluate((field) => field.value.slice(field.selectionStart, field.selectionEnd));
  assert.equal(selected, mistakes.text.split('\n')[mistakes.lines[1] - 1]);

  // What was typed is still there after a reload, and may be mended.
  await page.reload();
  await page.getByText('Восстановлен черновик').waitFor();
  assert.equal(await text(page).inputValue(), mistakes.text);
  await page.getByRole('button', { name: 'Сбросить' }).click();
  assert.equal(await versionOf(admin), before);
});

test('a plan made anew keeps what one has chosen and written for the history', async () => {
  const page = await opened('/file');
  await compare(page, pipelineText(`anew_${stamp}`, 'Сначала'));
  await page.getByText('Добавляется воронка «Сначала»').waitFor();
  await page.getByRole('checkbox', { name: 'Убрать то, чего нет в файле' }).check();
  await page.getByLabel('Комментарий для истории').fill('Начинаем сначала');
  await compare(page, pipelineText(`anew_${stamp}`, 'Заново'));
  await page.getByText('Добавляется воронка «Заново»').waitFor();
  assert.equal(await page.getByRole('checkbox', { name: 'Убрать то, чего нет в файле' }).isChecked(), true);
  assert.equal(await page.getByLabel('Комментарий для истории').inputValue(), 'Начинаем сначала');
});

test('a solution replaces a text of one’s own only if one says so', async () => {
  const page = await opened('/file');
  await text(page).fill('# моё');
  const edit = async () => {
    await page.goto(`${url}/settings/configuration`);
    await page.getByRole('link', { name: 'Ремонтная мастерская' }).click();
    await page.getByRole('button', { name: 'Поправить перед применением' }).click();
  };
  await edit();
  await page.getByRole('button', { name: 'Открыть мой текст' }).click();
  assert.equal(await text(page).inputValue(), '# моё');
  await edit();
  await page.getByRole('button', { name: 'Заменить' }).click();
  await eventually(async () => (await text(page).inputValue()).includes('pipelines'));
});

test('what was downloaded changes nothing', async () => {
  const page = await opened('/file');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Скачать конфигурацию' }).click(),
  ]);
  assert.match(download.suggestedFilename(), new RegExp(`^voronka-\\d{4}-\\d\\d-\\d\\d-v${await versionOf(admin)}\\.textproto$`));
  const path = await download.path();
  await page.locator('input[type=file]').setInputFiles({ name: 'my.textproto', mimeType: 'text/plain', buffer: await readFile(path) });
  await page.getByText('Аккаунт уже такой').waitFor();
  assert.equal(await applyButton(page).isDisabled(), true);
});

test('a change by hand is in the history', async () => {
  const page = await opened('/history');
  const key = `by_hand_${stamp}`;
  await applyFile(admin, pipelineText(key, 'Ручная'));
  const { etag, ...pipeline } = await admin.call('PipelineService/GetPipeline', { pipeline: key });
  await admin.change('PipelineService/UpdatePipeline', { pipeline: { ...pipeline, name: 'Рукотворная' }, etag });
  const row = versionRow(page, await versionOf(admin));
  await row.getByText('изменено вручную').waitFor();
  await row.locator('button[aria-expanded]').click();
  await row.getByText('Меняется название').waitFor();
  assert.deepEqual(await row.locator('del, ins').allTextContents(), ['Ручная', 'Рукотворная']);
});

test('who looked before somebody else changed something is asked to look again', async () => {
  const key = `late_${stamp}`;
  const page = await opened('/file');
  await compare(page, pipelineText(key, 'Моя'));
  await page.getByText('Добавляется воронка «Моя»').waitFor();
  await applyFile(admin, pipelineText(key, 'Чужая'));
  await applyButton(page).click();
  await page.getByRole('alert').getByText('изменил кто-то ещё').waitFor();
  await page.getByText('Меняется название').waitFor();
  assert.deepEqual(await page.locator('del, ins').allTextContents(), ['Чужая', 'Моя']);
  await apply(page);
  await eventually(async () => (await admin.call('PipelineService/GetPipeline', { pipeline: key })).name === 'Моя');
});

test('a manager has no configuration', async () => {
  const page = await opened('', 'anna');
  await page.getByText('Этот раздел — для администраторов').waitFor();
  assert.equal(await page.getByRole('navigation').getByText('Конфигурация').count(), 0);
  assert.equal(await page.getByRole('button', { name: 'Скачать конфигурацию' }).count(), 0);
});
