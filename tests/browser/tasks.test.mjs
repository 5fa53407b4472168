import { after, before, test } from 'node:test';
import { Person } from './support/api.mjs';
import { launch, pageOf } from './support/browser.mjs';

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

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
