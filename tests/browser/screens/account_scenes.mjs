// Queues, and what a new account begins with.
import { url } from '../support/browser.mjs';
import { empty, refused } from './answers.mjs';

const queueList = async (page) => {
  await page.goto(`${url}/settings/queues`);
  await page.locator('[data-place]').first().waitFor();
};
const queue = async (page) => {
  await queueList(page);
  await page.locator('[data-queue=true] a').first().click();
  await page.locator('[data-person]').first().waitFor();
};
const steps = async (page) => {
  await page.goto(`${url}/first-steps`);
  await page.locator('[data-step]').first().waitFor();
};

export const accountScenes = {
  queues: queueList,
  'queues-one': queue,
  'queues-people': async (page) => {
    await queue(page);
    await page.getByRole('button', { name: /^(Добавить участника|Add member)$/ }).click();
    await page.getByRole('button', { name: /^(Готово|Done)$/ }).waitFor();
  },
  'queues-new': async (page) => {
    await queueList(page);
    await page.locator('[data-queue=false] a').first().click();
    await page.getByRole('button', { name: /^(Создать очередь|Create queue)$/ }).click();
    await page.getByRole('alert').first().waitFor();
  },
  'queues-delete': async (page) => {
    await queue(page);
    await page.getByRole('button', { name: /^(Удалить очередь|Delete queue)$/ }).click();
    await page.getByRole('dialog').getByRole('button').last().waitFor();
  },
  'queues-none': async (page) => {
    await empty(page, '**/ListQueues');
    await queueList(page);
  },
  'queues-loading': async (page) => {
    await page.route('**/ListQueues', () => undefined);
    await page.goto(`${url}/settings/queues`);
    await page.locator('main h1').waitFor();
  },
  'queues-failed': async (page) => {
    await refused(page, '**/ListQueues');
    await page.goto(`${url}/settings/queues`);
    await page.getByRole('alert').first().waitFor();
  },
  'first-steps': steps,
  'first-steps-open': async (page) => {
    for (const list of ['ListQueues', 'ListForms', 'ListStageTotals']) await empty(page, `**/${list}`);
    await steps(page);
  },
  'first-steps-failed': async (page) => {
    await refused(page, '**/ListForms');
    await page.goto(`${url}/first-steps`);
    await page.getByRole('alert').first().waitFor();
  },
};
