import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Person } from './support/api.mjs';
import { card, openBrowser, pageOf } from './support/browser.mjs';

const browser = await openBrowser();

test('the tasks of a head of sales open on what their badge counts', async () => {
  const vera = await Person.logIn('vera');
  const deal = await vera.makeDeal('Просрочена у Веры');
  const text = `Просрочена ${Date.now()}`;
  const dueTime = new Date(Date.now() - 3_600_000).toISOString();
  await vera.change('TaskService/CreateTask', { task: { dealId: deal.id, text, dueTime, reminders: {} } });
  const page = await pageOf(browser, 'olga');
  await page.getByRole('link', { name: /^Задачи.*просроченн/ }).click();
  await page.locator('[data-group=overdue]').getByText(text).waitFor();
});

test('a new task says what it lacks, and its text outlives Escape', async () => {
  const anna = await Person.logIn('anna');
  const deal = await anna.makeDeal('Чего не хватает');
  const page = await pageOf(browser, 'anna');
  await card(page, deal).click();
  const dialog = page.getByRole('dialog', { name: deal.name });
  const open = () => dialog.getByRole('button', { name: 'Новая задача' }).click();
  await open();
  await dialog.getByRole('button', { name: 'Добавить', exact: true }).click();
  await dialog.getByText('Напишите, что сделать').waitFor();
  await dialog.getByLabel('Что сделать').fill('Позвонить утром');
  await page.keyboard.press('Escape');
  await open();
  assert.equal(await dialog.getByLabel('Что сделать').inputValue(), 'Позвонить утром');
});
