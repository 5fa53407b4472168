// Approvals on the card of a deal, in the dialog of a move and above the tasks.
import { url } from '../support/browser.mjs';
import { unanswered } from './answers.mjs';

const said = 'Клиент просит скидку 15 % на всю партию и отсрочку платежа на тридцать дней, иначе уйдёт к конкурентам';
const stage = (key, name, kind = 'KIND_OPEN', more = {}) => ({ key, name, kind, ...more });

async function pipelineOf(admin) {
  const { pipelines } = await admin.call('PipelineService/ListPipelines', { pageSize: 1000 });
  const key = 'scene_approvals';
  const rules = [{ key: 'agreed', binding: 'BINDING_LEAVE', exceptLost: true, approval: { role: 'ROLE_HEAD_OF_SALES' } }];
  const stages = [
    stage('new', 'Новая', 'KIND_INCOMING'),
    stage('work', 'В работе', 'KIND_OPEN', { rules }),
    stage('offer', 'Отправили коммерческое предложение со скидкой'),
    stage('won', 'Успех', 'KIND_WON'),
    stage('lost', 'Отказ', 'KIND_LOST'),
  ];
  if (!pipelines.some((known) => known.key === key)) {
    const lossReasons = [{ key: 'other', name: 'Другое' }];
    await admin.change('PipelineService/CreatePipeline', { pipeline: { key, name: 'Особые условия', stages, lossReasons } });
  }
  return key;
}

// Its amount has changed since.
async function outdated(asked, anna) {
  const deal = await asked('Щиты со скидкой', { state: 'STATE_GIVEN' });
  const amount = { minor: '4500000', currency: 'RUB' };
  await anna.change('DealService/UpdateDeal', { dealId: deal.id, deal: { amount } });
  return deal;
}

// Deals that nobody has asked about, that wait, that may go on, that might until they changed, and that may not.
export async function prepareApprovals(admin, anna, olga) {
  const key = await pipelineOf(admin);
  const dealOf = (name) => anna.makeDeal(name, { pipeline: key, stage: 'work' });
  const asked = async (name, answer) => {
    const deal = await dealOf(name);
    const approval = await anna.change('ApprovalService/CreateApproval', { approval: { dealId: deal.id, stage: 'offer', comment: said } });
    if (answer) await olga.change('ApprovalService/AnswerApproval', { approvalId: approval.id, ...answer });
    return deal;
  };
  return {
    fresh: await dealOf('Светильники со скидкой'),
    awaited: await asked('Кабель с отсрочкой'),
    given: await asked('Муфты со скидкой', { state: 'STATE_GIVEN', comment: 'До конца недели' }),
    outdated: await outdated(asked, anna),
    refused: await asked('Лотки ниже цены', { state: 'STATE_REFUSED', comment: 'Ниже себестоимости. Предложите бесплатную доставку.' }),
  };
}

const openDeal = async (page, { id }) => {
  await page.goto(`${url}/deals/${id}`);
  await page.locator('[role=dialog] [data-approval]').first().waitFor();
};
const asking = async (page, { id }) => {
  await page.goto(`${url}/deals/${id}`);
  await page.getByRole('dialog').getByRole('group', { name: /^(Этап|Stage)$/ }).getByText(/^Отправили/).click();
  await page.getByRole('dialog').nth(1).waitFor();
};

export const approvalScenes = {
  'approval-ask': (page, { approvals }) => asking(page, approvals.fresh),
  'approval-awaited': (page, { approvals }) => openDeal(page, approvals.awaited),
  'approval-refusing': async (page, { approvals }) => {
    await openDeal(page, approvals.awaited);
    const refuse = page.getByRole('dialog').getByRole('button', { name: /^(Отказать|Refuse)$/ });
    if (await refuse.count()) await refuse.click();
  },
  'approval-giving': async (page, { approvals }) => {
    await openDeal(page, approvals.awaited);
    const give = page.getByRole('dialog').getByRole('button', { name: /^(Согласовать|Approve)$/ });
    if (await give.count()) await give.click();
  },
  'approval-outdated': (page, { approvals }) => openDeal(page, approvals.outdated),
  'approval-given': (page, { approvals }) => openDeal(page, approvals.given),
  'approval-refused': (page, { approvals }) => openDeal(page, approvals.refused),
  'approvals-waiting': async (page) => {
    await page.goto(`${url}/tasks`);
    await page.locator('[data-approval]').first().waitFor({ timeout: 3_000 }).catch(() => undefined);
  },
  // Of deals that the reader does not see.
  'approvals-unseen': async (page) => {
    await unanswered(page, '**/BatchGetCards');
    await approvalScenes['approvals-waiting'](page);
  },
};
