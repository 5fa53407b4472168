// Leads: the card, and the dialogs that end one.
import { newPhone } from '../support/api.mjs';
import { url } from '../support/browser.mjs';

const stage = (key, name, kind = 'KIND_OPEN') => ({ key, name, kind });
const name = 'Портмоне и обложки на паспорт с гравировкой для сотрудников отдела продаж';

// One that is known, one of nobody, and one that has become a deal.
export async function prepareLeads(admin, olga) {
  const { pipelines } = await admin.call('PipelineService/ListPipelines', { pageSize: 1000 });
  const key = 'scene_leads';
  const stages = [
    ...[stage('new', 'Не обработан'), stage('consultation', 'Консультация'), stage('clarification', 'Уточнение информации')],
    ...[stage('converted', 'Сконвертирован', 'KIND_WON'), stage('kept', 'Создан контакт', 'KIND_LOST')],
  ];
  if (!pipelines.some((known) => known.key === key)) {
    const lossReasons = [{ key: 'not_bought', name: 'Отказ от покупки' }];
    const pipeline = { key, name: 'Лиды', purpose: 'PURPOSE_LEADS', stages, lossReasons };
    await admin.change('PipelineService/CreatePipeline', { pipeline });
  }
  const contact = await olga.change('ContactService/CreateContact', { contact: { name: 'Лариса', phones: [newPhone()] } });
  const make = (more) => olga.makeDeal(name, { pipeline: key, stage: 'clarification', ...more });
  const converted = await make({ contactId: contact.id });
  const { deal } = await olga.change('LeadService/ConvertLead', { dealId: converted.id, pipeline: 'first_sales' });
  return { lead: await make({}), converted, deal };
}

const card = async (page, deal) => {
  await page.goto(`${url}/deals/${deal.id}`);
  await page.locator('[role=dialog] time').first().waitFor();
};
const endings = (page) => page.getByRole('dialog').getByRole('region', { name: /^(Лид|Lead)$/ });
const asked = async (page, { leads: { lead } }, press) => {
  await card(page, lead);
  await endings(page).getByRole('button', { name: press }).click();
  await page.getByRole('dialog').nth(1).waitFor();
};

export const leadScenes = {
  lead: async (page, { leads: { lead } }) => {
    await card(page, lead);
    await endings(page).waitFor();
  },
  'lead-converted': async (page, { leads: { converted } }) => {
    await card(page, converted);
    await endings(page).getByRole('link').waitFor();
  },
  'lead-convert': async (page, set) => {
    await asked(page, set, /^(Сконвертировать|Convert)$/);
    await page.getByLabel(/^(Платит юридическое лицо|A company pays)$/).check();
  },
  'lead-refuse': (page, set) => asked(page, set, /^(Отказ|Refused)$/),
  'lead-deal': async (page, { leads: { deal } }) => {
    await card(page, deal);
    await page.getByRole('dialog').getByRole('region', { name: /^(Из лида|Made of the lead)$/ }).waitFor();
  },
};
