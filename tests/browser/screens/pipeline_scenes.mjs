// Where admins arrange pipelines.
import { url } from '../support/browser.mjs';
import { refused } from './answers.mjs';

const ruledPipeline = async (page, { ruled }) => {
  await page.goto(`${url}/settings/pipelines/${ruled.key}`);
  await page.locator('[data-stage-row]').first().waitFor();
};
const ruledStage = async (page, set, key) => {
  await ruledPipeline(page, set);
  await page.locator(`[data-stage-row=${key}] button`).first().click();
  await page.locator(`[data-stage-row=${key}] section`).first().waitFor();
};

export const pipelineScenes = {
  pipelines: async (page) => {
    await page.goto(`${url}/settings/pipelines`);
    await page.locator('[data-pipeline]').first().waitFor();
  },
  'pipelines-new': async (page, set) => {
    await pipelineScenes.pipelines(page);
    await page.getByRole('button', { name: /^(Новая воронка|New pipeline)$/ }).click();
    await page.getByRole('dialog').locator('select').waitFor();
  },
  'pipelines-one': ruledPipeline,
  'pipelines-quick-add': async (page, set) => {
    await ruledPipeline(page, set);
    const block = page.getByRole('region', { name: /^(Быстрое добавление спрашивает|The quick add asks for)$/ });
    await block.getByRole('button').last().click();
    await block.getByRole('searchbox').scrollIntoViewIfNeeded();
  },
  'pipelines-purpose': async (page, set) => {
    await ruledPipeline(page, set);
    await page.getByRole('region', { name: /^(Для чего эта воронка|What this pipeline is for)$/ }).scrollIntoViewIfNeeded();
  },
  'pipelines-stage': async (page, set) => {
    await ruledStage(page, set, 'work');
    await page.locator('[data-rule]').first().scrollIntoViewIfNeeded();
  },
  'pipelines-rule': async (page, set) => {
    await ruledStage(page, set, 'work');
    await page.locator('[data-rule=chief] button').first().click();
    await page.locator('[data-rule=chief] fieldset').last().scrollIntoViewIfNeeded();
  },
  'pipelines-checklist': async (page, set) => {
    await ruledStage(page, set, 'work');
    const items = page.locator('[data-item]');
    for (const at of [0, 1]) {
      await page.getByRole('button', { name: /^(Добавить пункт|Add item)$/ }).click();
      await items.nth(at).getByRole('textbox').fill(['Проверить оплату', 'Сообщить, что заказ готов к самовывозу'][at]);
    }
    await items.nth(1).locator('summary').click();
    await items.nth(1).locator('fieldset button').last().click();
    await items.first().scrollIntoViewIfNeeded();
  },
  // What people do, or agree to: the last rule has its parts.
  'pipelines-approval': async (page, set) => {
    await ruledStage(page, set, 'work');
    await page.getByRole('button', { name: /^(Добавить правило|Add rule)$/ }).click();
    await page.getByLabel(/^(Что нужно|What it takes)$/).selectOption('approval');
    await page.locator('[data-rule]').last().scrollIntoViewIfNeeded();
  },
  'pipelines-moved-deals': async (page, set) => {
    await ruledStage(page, set, 'work');
    await page.getByRole('button', { name: /^(Убрать этап|Remove stage)$/ }).click();
    await page.getByLabel(/(Куда|Where to)\?$/).scrollIntoViewIfNeeded();
  },
  'pipelines-problem': async (page, set) => {
    await ruledStage(page, set, 'new');
    await page.getByRole('button', { name: /^(Добавить правило|Add rule)$/ }).click();
    await page.getByRole('button', { name: /^(Сохранить|Save)$/ }).click();
    await page.locator('[data-rule] [role=alert], [data-rule] [id$=error]').first().scrollIntoViewIfNeeded();
  },
  'pipelines-failed': async (page) => {
    await refused(page, '**/ListPipelines');
    await page.goto(`${url}/settings/pipelines`);
    await page.getByRole('alert').first().waitFor();
  },
};
