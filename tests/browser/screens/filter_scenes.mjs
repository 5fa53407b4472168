// Filters: the panel in its states, and what a board is filtered by.
import { url } from '../support/browser.mjs';
import { unanswered } from './answers.mjs';
import { boardOf, long } from './board_scene.mjs';

const week = { unit: 'UNIT_DAY', first: -6 };
const name = long.slice(0, 90).trim();

// With a long name, and shared.
export const prepareFilters = (olga) =>
  olga.change('SavedFilterService/CreateSavedFilter', {
    savedFilter: {
      name,
      subject: 'FILTER_SUBJECT_DEALS',
      filter: {
        all: {
          conditions: [
            { comparison: { field: 'deal.state', operator: 'OPERATOR_ONE_OF', values: [{ choice: 'open' }] } },
            { comparison: { field: 'deal.responsible_user_id', operator: 'OPERATOR_ONE_OF', caller: true } },
            { comparison: { field: 'deal.create_time', operator: 'OPERATOR_ONE_OF', period: week } },
            { comparison: { field: 'deal.name', operator: 'OPERATOR_CONTAINS', values: [{ text: 'светильник' }] } },
          ],
        },
      },
      sharing: { everybody: true },
    },
  });

const panel = (page) => page.getByRole('dialog', { name: /^(Фильтр|Filter)$/ });

const opened = async (page) => {
  await boardOf(page);
  await page.getByRole('button', { name: /^(Фильтр|Filter)/ }).click();
  await panel(page).locator('ul button').first().waitFor();
};

const chosen = async (page) => {
  await opened(page);
  await panel(page).getByRole('button', { name }).first().click();
  await panel(page).waitFor({ state: 'hidden' });
  await page.getByText(/светильник/).first().waitFor();
};

export const filterScenes = {
  filter: opened,
  'filter-fields': async (page) => {
    await opened(page);
    await panel(page).getByRole('button', { name: /^(Добавить условие|Add a condition)$/ }).click();
    await panel(page).getByRole('searchbox').waitFor();
  },
  'filter-chosen': chosen,
  'filter-rows': async (page) => {
    await chosen(page);
    await page.getByRole('button', { name: /^(Фильтр|Filter)/ }).first().click();
    await panel(page).locator('[data-field]').first().waitFor();
  },
  'filter-wrong': async (page) => {
    await opened(page);
    await panel(page).getByRole('button', { name: /^(Добавить условие|Add a condition)$/ }).click();
    await panel(page).getByRole('button', { name: /^(Сумма|Amount)$/ }).click();
    await panel(page).getByRole('button', { name: /^(Показать|Show)$/ }).click();
    await panel(page).locator('[aria-invalid=true]').first().waitFor();
  },
  'filter-save': async (page) => {
    await opened(page);
    await panel(page).getByRole('button', { name: /^(Сохранить этот фильтр|Save this filter)…$/ }).click();
    await panel(page).getByRole('textbox').first().waitFor();
  },
  'filter-edit': async (page) => {
    await opened(page);
    await panel(page).getByRole('button', { name: /^(Изменить фильтр|Edit the filter)/ }).first().click();
    await panel(page).getByRole('textbox').first().waitFor();
  },
  'filter-loading': async (page) => {
    await unanswered(page, '**/ListSavedFilters');
    await boardOf(page);
    await page.getByRole('button', { name: /^(Фильтр|Filter)/ }).click();
    await panel(page).getByRole('status').first().waitFor();
  },
  'filter-nothing': async (page) => {
    await page.goto(`${url}/board/repeat_sales?filter=ChYKCmRlYWwuc3RhdGUQAxoGOgRvcGVu`);
    await page.getByText(/^(Состояние: в работе|State: open)$/).first().waitFor();
  },
};
