// Deals and tasks as tables. Those of contacts and companies are in client_list_scenes.mjs.
import { url } from '../support/browser.mjs';
import { empty, refused, unanswered } from './answers.mjs';

const open = async (page, path) => {
  await page.goto(url + path);
  await page.locator('[data-row]').first().waitFor();
};
const cellOf = (page, column) => page.locator(`[role=gridcell][data-column="${column}"]`).first();

export const tableScenes = {
  'table-deals': (page) => open(page, '/table/first_sales'),
  'table-all-deals': (page) => open(page, '/table'),
  'table-tasks': (page) => open(page, '/tasks/table'),
  'table-editing': async (page) => {
    await open(page, '/table/first_sales');
    await cellOf(page, 'deal.amount').focus();
    await page.keyboard.press('Enter');
    await page.locator('[data-editor] input').first().waitFor();
  },
  'table-header-menu': async (page) => {
    await open(page, '/table/first_sales');
    await page.locator('[role=columnheader]').first().focus();
    await page.keyboard.press('Alt+ArrowDown');
    await page.getByRole('menu').waitFor();
  },
  'table-columns': async (page) => {
    await open(page, '/table/first_sales');
    await page.getByRole('button', { name: /^(Столбцы|Columns)$/ }).click();
    await page.getByRole('dialog').getByRole('searchbox').waitFor();
  },
  'table-loading': async (page) => {
    await unanswered(page, '**/FilterDeals');
    await page.goto(`${url}/table/first_sales`);
    await page.getByRole('grid').waitFor();
  },
  'table-failed': async (page) => {
    await refused(page, '**/FilterDeals');
    await page.goto(`${url}/table/first_sales`);
    await page.getByRole('alert').first().waitFor();
  },
  'table-empty': async (page) => {
    await empty(page, '**/FilterDeals');
    await page.goto(`${url}/table/first_sales`);
    await page.getByText(/^(Сделок пока нет|No deals yet)$/).waitFor();
  },
};
