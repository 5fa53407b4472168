// Questionnaires of stages: on the card of a deal, in the dialog of a move, and in the settings.
import { url } from '../support/browser.mjs';

const stage = (key, name, kind = 'KIND_OPEN', more = {}) => ({ key, name, kind, ...more });
const large = { comparison: { field: 'deal.amount', operator: 'OPERATOR_MORE', values: [{ money: { minor: '10000000', currency: 'RUB' } }] } };

// Fields that every account has are enough to show it.
const questionnaire = {
  title: 'Портрет клиента',
  questions: [
    { key: 'who', text: 'С кем мы говорим и какую должность этот человек занимает в компании?', field: 'contact.job_title', required: true },
    { key: 'mail', text: 'Куда прислать предложение?', field: 'contact.emails', required: true },
    { key: 'sum', text: 'Бюджет', hint: 'Хотя бы примерно', field: 'deal.amount', required: true },
    { key: 'site', text: 'Сайт компании', field: 'company.site', condition: large },
  ],
  verdicts: [
    { key: 'ours', name: 'Целевой', text: 'Назначьте встречу и позовите руководителя отдела продаж.', condition: large },
    { key: 'unclear', name: 'Пока неясно' },
  ],
};

async function pipelineOf(admin) {
  const { pipelines } = await admin.call('PipelineService/ListPipelines', { pageSize: 1000 });
  const key = 'scene_questionnaires';
  const rules = [{ key: 'answered', binding: 'BINDING_LEAVE', exceptLost: true, questionnaire: {} }];
  const stages = [
    stage('new', 'Новая', 'KIND_INCOMING'),
    stage('work', 'Знакомимся', 'KIND_OPEN', { questionnaire, rules }),
    stage('offer', 'Отправили предложение'),
    stage('won', 'Успех', 'KIND_WON'),
    stage('lost', 'Отказ', 'KIND_LOST'),
  ];
  if (!pipelines.some((known) => known.key === key)) {
    const lossReasons = [{ key: 'other', name: 'Другое' }];
    await admin.change('PipelineService/CreatePipeline', { pipeline: { key, name: 'Знакомство', stages, lossReasons } });
  }
  return key;
}

// A deal of whom half is known.
export async function prepareQuestionnaires(admin, olga) {
  const key = await pipelineOf(admin);
  const contact = await olga.change('ContactService/CreateContact', {
    contact: { name: 'Лариса', emails: [`larisa${Date.now()}@example.com`, `sales${Date.now()}@example.com`] },
  });
  const amount = { minor: '25000000', currency: 'RUB' };
  return { key, deal: await olga.makeDeal('Офис на сорок человек', { pipeline: key, stage: 'work', contactId: contact.id, amount }) };
}

const onCard = async (page, { questionnaires: { deal } }) => {
  await page.goto(`${url}/deals/${deal.id}`);
  await page.getByRole('dialog').getByRole('region', { name: 'Портрет клиента' }).locator('dt').first().waitFor();
};

export const questionnaireScenes = {
  questionnaire: onCard,
  'questionnaire-asked': async (page, set) => {
    await onCard(page, set);
    await page.getByRole('dialog').getByRole('group', { name: /^(Этап|Stage)$/ }).getByText(/^Отправили/).click();
    await page.getByRole('dialog').nth(1).waitFor();
  },
  'pipelines-questionnaire': async (page, { questionnaires: { key } }) => {
    await page.goto(`${url}/settings/pipelines/${key}`);
    await page.locator('[data-stage-row=work] button').first().click();
    await page.locator('[data-asked=sum]').scrollIntoViewIfNeeded();
  },
};
