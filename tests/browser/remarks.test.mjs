// «Замечание»: from the card of a deal to the admins, and the answer back.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Person } from './support/api.mjs';
import { openBrowser, pageOf, url } from './support/browser.mjs';
import { eventually } from './support/eventually.mjs';
import { openDeal } from './support/field_rows.mjs';
import { bell } from './support/push_people.mjs';

const browser = await openBrowser();
const [admin, boris] = [await Person.logIn('admin'), await Person.logIn('boris')];

const rowIn = (page, text) => page.locator('[data-remark]').filter({ hasText: text });

async function remarksPage() {
  const page = await pageOf(browser, 'admin');
  await page.goto(`${url}/settings/configuration/remarks`);
  await page.getByRole('radiogroup', { name: 'Какие замечания' }).waitFor();
  return page;
}

async function make(text, field) {
  const deal = await boris.makeDeal('Где мешает');
  const page = await pageOf(browser, 'boris');
  const dialog = await openDeal(page, deal);
  await dialog.getByRole('button', { name: 'Замечание', exact: true }).click();
  const form = page.getByRole('dialog', { name: 'Замечание к процессу' });
  if (field) await form.getByLabel('О чём').selectOption({ label: `Поле «${field}»` });
  await form.getByLabel('Что не так').fill(text);
  await form.getByRole('button', { name: 'Отправить' }).click();
  await page.getByText('Замечание отправлено').first().waitFor();
  await form.waitFor({ state: 'hidden' });
  await page.context().close();
  return deal;
}

test('a remark reaches the admins at once, and the answer its author', async () => {
  const text = `Сумму здесь никто не знает ${Date.now()}`;
  const page = await remarksPage();
  const deal = await make(text, 'Сумма');
  const row = rowIn(page, text);
  await row.waitFor();
  await row.getByText('Первичные продажи → Новая заявка → Сумма').waitFor();
  await row.getByRole('button', { name: 'Ответить' }).click();
  await row.getByRole('textbox', { name: 'Ответ' }).fill('Больше не спрашиваем');
  await row.getByRole('button', { name: 'Отправить ответ' }).click();
  await row.waitFor({ state: 'hidden' });
  await page.getByText('С ответом').click();
  await rowIn(page, text).getByText('Больше не спрашиваем').waitFor();
  const [remark] = (await admin.call('RemarkService/ListRemarks', { state: 'STATE_ANSWERED' })).remarks;
  assert.deepEqual([remark.text, remark.field, remark.dealId], [text, 'deal.amount', deal.id]);
  await eventually(async () => {
    const { notifications = [] } = await boris.inbox('ListNotifications', {});
    return notifications.some((told) => told.kind === 'KIND_REMARK_ANSWERED' && told.text.includes('Больше не спрашиваем'));
  });
});

test('the version that answers a remark says so', async () => {
  const text = `Этап называется странно ${Date.now()}`;
  await make(text);
  const [{ key, name, ...rest }] = (await admin.call('PipelineService/ListPipelines', {})).pipelines;
  await admin.change('PipelineService/UpdatePipeline', { pipeline: { ...rest, key, name: `${name} ` + Date.now() } });
  const { versions } = await admin.call('ConfigurationService/ListConfigurationVersions', {});
  const page = await remarksPage();
  const row = rowIn(page, text);
  await row.getByRole('button', { name: 'Ответить' }).click();
  await row.getByRole('textbox', { name: 'Ответ' }).fill('Переименовали');
  await row.getByLabel('Версия конфигурации').selectOption({ label: `Версия ${versions[0].version}` });
  await row.getByRole('button', { name: 'Отправить ответ' }).click();
  await row.waitFor({ state: 'hidden' });
  await page.goto(`${url}/settings/configuration/history`);
  const version = page.locator(`[data-version="${versions[0].version}"]`);
  await version.locator('button[aria-expanded]').click();
  await version.getByRole('region', { name: 'По замечаниям' }).getByText(text).waitFor();
  const { etag } = await admin.call('PipelineService/GetPipeline', { pipeline: key });
  await admin.change('PipelineService/UpdatePipeline', { pipeline: { ...rest, key, name }, etag });
});

const inboxOf = async (page, text) => {
  await bell(page).click();
  return page.getByRole('button').filter({ hasText: text }).first();
};

test('whoever made a remark reads the whole answer, from its notification or the menu', async () => {
  const text = `Слишком рано спрашиваем ${Date.now()}`;
  await make(text);
  const { remarks } = await admin.call('RemarkService/ListRemarks', { authorUserId: boris.id });
  const answer = `${'Подробный ответ. '.repeat(20)}Конец ${Date.now()}`;
  const page = await pageOf(browser, 'boris');
  await page.goto(`${url}/remarks`);
  await rowIn(page, text).getByText('Ответа пока нет').waitFor();
  await admin.change('RemarkService/AnswerRemark', { remarkId: remarks[0].id, answer });
  await rowIn(page, text).getByText(answer).waitFor();
  await page.goto(`${url}/tasks`);
  await (await inboxOf(page, 'На ваше замечание ответили')).click();
  await page.waitForURL(`${url}/remarks`);
  await rowIn(page, text).getByText(answer).waitFor();
});

test('a remark that was not sent is still there when the card is opened again', async () => {
  const deal = await boris.makeDeal('Не дописал замечание');
  const page = await pageOf(browser, 'boris');
  const opened = async () => {
    const dialog = await openDeal(page, deal);
    await dialog.getByRole('button', { name: 'Замечание', exact: true }).click();
    return page.getByRole('dialog', { name: 'Замечание к процессу' });
  };
  await (await opened()).getByLabel('Что не так').fill('Здесь просят');
  await page.keyboard.press('Escape');
  await page.reload();
  const form = await opened();
  assert.equal(await form.getByLabel('Что не так').inputValue(), 'Здесь просят');
  await form.getByText('Восстановлен черновик').waitFor();
  await form.getByRole('button', { name: 'Отправить' }).click();
  await form.waitFor({ state: 'hidden' });
  const next = await opened();
  assert.equal(await next.getByLabel('Что не так').inputValue(), '');
});

test('only admins see the list of remarks in the settings', async () => {
  const page = await pageOf(browser, 'boris');
  await page.goto(`${url}/settings/configuration/remarks`);
  await page.getByText('Этот раздел — для администраторов').waitFor();
});
