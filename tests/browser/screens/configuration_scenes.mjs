// The configuration as a whole: solutions, a file, versions.
import { url } from '../support/browser.mjs';
import { mistakes, pipelineText } from '../support/configuration.mjs';
import { refused, unanswered } from './answers.mjs';

const open = (page, path = '') => page.goto(`${url}/settings/configuration${path}`);
const gallery = async (page) => {
  await open(page);
  await page.locator('[data-solution]').first().waitFor();
};
const plan = async (page, path) => {
  await open(page, path);
  await page.locator('[data-path]').first().waitFor();
};
const compare = async (page, text) => {
  await open(page, '/file');
  await page.getByRole('textbox', { name: /^(Текст конфигурации|Text of the configuration)$/ }).fill(text);
  await page.getByRole('button', { name: /^(Показать, что изменится|Show what would change)$/ }).click();
};
const longName = 'Поставка светодиодных светильников и кабельной продукции для складского комплекса «Северный-2»';

export const configurationScenes = {
  configuration: gallery,
  'configuration-failed': async (page) => {
    await refused(page, '**/ListSolutions');
    await open(page);
    await page.getByRole('alert').first().waitFor();
  },
  'configuration-solution': (page) => plan(page, '/solutions/school'),
  'configuration-removing': async (page) => {
    await plan(page, '/solutions/small');
    await page.getByRole('checkbox').check();
    await page.locator('[data-kind=removed]').first().waitFor();
    await page.locator('summary').first().click();
    await page.locator('[data-kind=removed]').first().scrollIntoViewIfNeeded();
  },
  'configuration-planning': async (page) => {
    await unanswered(page, '**/PlanConfiguration');
    await open(page, '/solutions/small');
    await page.locator('h2').last().waitFor();
  },
  'configuration-plan-failed': async (page) => {
    await refused(page, '**/PlanConfiguration');
    await open(page, '/solutions/small');
    await page.getByRole('alert').first().scrollIntoViewIfNeeded();
  },
  'configuration-file': async (page) => {
    await open(page, '/file');
    await page.getByRole('textbox').first().waitFor();
  },
  'configuration-problems': async (page) => {
    await compare(page, mistakes.text);
    await page.locator('[data-problem]').last().scrollIntoViewIfNeeded();
  },
  'configuration-long': async (page) => {
    await compare(page, pipelineText('first_sales', longName.slice(0, 90)));
    await page.locator('[data-path], [data-problem]').last().scrollIntoViewIfNeeded();
  },
  'configuration-history': async (page) => {
    await open(page, '/history');
    await page.locator('[data-version] button[aria-expanded]').first().click();
    await page.locator('[data-path]').first().waitFor();
  },
  'configuration-history-failed': async (page) => {
    await refused(page, '**/ListConfigurationVersions');
    await open(page, '/history');
    await page.getByRole('alert').first().waitFor();
  },
  'configuration-return': (page) => plan(page, '/history/0'),
};
