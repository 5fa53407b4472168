// Remarks about the process: made on the card of a deal, answered in the settings.
import { url } from '../support/browser.mjs';

const said = 'Сумму на этом этапе ещё никто не знает, поэтому менеджеры пишут сюда единицу, а отчёты потом неверны';

// One that waits for an answer, and one that has it.
export async function prepareRemarks(admin, olga, deal) {
  const about = { pipeline: 'first_sales', stage: 'accepted', dealId: deal.id };
  const make = (remark) => olga.change('RemarkService/CreateRemark', { remark: { ...about, ...remark } });
  await make({ field: 'deal.amount', text: said });
  const { id } = await make({ text: 'Этап называется так же, как соседний' });
  await admin.change('RemarkService/AnswerRemark', { remarkId: id, answer: 'Переименуем: оба этапа теперь говорят, кто звонит' });
}

const listed = async (page) => {
  await page.goto(`${url}/settings/configuration/remarks`);
  await page.locator('[data-remark]').first().waitFor();
};

export const remarkScenes = {
  'own-remarks': async (page) => {
    await page.goto(`${url}/remarks`);
    await page.locator('[data-remark]').first().waitFor();
  },
  remark: async (page, { deal }) => {
    await page.goto(`${url}/deals/${deal.id}`);
    await page.getByRole('dialog').getByRole('button', { name: /^(Замечание|Remark)$/ }).click();
    await page.getByRole('dialog').nth(1).locator('textarea').waitFor();
  },
  'configuration-remarks': listed,
  'configuration-remark-answer': async (page) => {
    await listed(page);
    await page.getByRole('button', { name: /^(Ответить|Answer)$/ }).first().click();
    await page.locator('[data-remark] textarea').waitFor();
  },
  'configuration-remarks-answered': async (page) => {
    await listed(page);
    await page.getByText(/^(С ответом|Answered)$/).click();
    await page.getByText(/^Переименуем/).first().waitFor();
  },
};
