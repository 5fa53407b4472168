// Tasks of a deal that waits for an approval are not overdue: on the board, among the tasks, and in their count.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Person } from './support/api.mjs';
import { card, openBrowser, pageOf, url } from './support/browser.mjs';
import { eventually } from './support/eventually.mjs';
import { StoryPipeline } from './support/pipelines.mjs';

const browser = await openBrowser();
const [admin, anna, olga] = [await Person.logIn('admin'), await Person.logIn('anna'), await Person.logIn('olga')];
const key = `waits_${Date.now()}`;
const pipeline = await StoryPipeline.create(admin, key, 'Ждут скидку');
await pipeline.setRules({ work: [{ binding: 'BINDING_LEAVE', exceptLost: true, approval: { role: 'ROLE_HEAD_OF_SALES' } }] });

async function overdueDeal(name) {
  const deal = await anna.makeDeal(name, { pipeline: key, stage: 'work' });
  const dueTime = new Date(Date.now() - 3_600_000).toISOString();
  await anna.change('TaskService/CreateTask', { task: { dealId: deal.id, text: `Позвонить: ${name}`, dueTime } });
  return deal;
}

async function countOf(person) {
  const { counts = [] } = await person.call('TaskService/CountOverdueTasks', { assigneeUserId: person.id });
  return Number(counts[0]?.tasks ?? 0);
}

test('a task stops being overdue while its deal waits for an approval, everywhere and at once', async () => {
  const deal = await overdueDeal(`Скидка ${Date.now()}`);
  const before = await countOf(anna);
  const page = await pageOf(browser, 'anna');
  await page.goto(`${url}/board/${key}`);
  const due = (how) => card(page, deal).locator(`[data-due=${how}]`).waitFor();
  await due('overdue');
  const asked = { approval: { dealId: deal.id, stage: 'offer', comment: 'Просит скидку' } };
  const { id } = await anna.change('ApprovalService/CreateApproval', asked);
  await due('today');
  assert.equal(await countOf(anna), before - 1);

  const tasks = await pageOf(browser, 'anna');
  await tasks.goto(`${url}/tasks`);
  const row = (group) => tasks.locator(`[data-group=${group}] [data-task]`).filter({ hasText: deal.name });
  await row('today').getByText('Сделка ждёт согласования').waitFor();
  await olga.change('ApprovalService/AnswerApproval', { approvalId: id, state: 'STATE_REFUSED', comment: 'Нет' });
  await row('overdue').waitFor();
  await due('overdue');
  await eventually(async () => (await countOf(anna)) === before);
});
