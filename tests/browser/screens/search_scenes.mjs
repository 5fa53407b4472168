// The palette that finds everything.
import { url } from '../support/browser.mjs';
import { refused, unanswered } from './answers.mjs';

const input = (page) => page.getByRole('dialog').getByRole('combobox');

// The keys are listened to a moment after the first screen is there; the button is there with it.
const opened = async (page) => {
  await page.goto(url);
  await page.getByRole('button', { name: /^(Поиск|Search)$/ }).click();
  await input(page).waitFor();
};

const searched = async (page, words) => {
  await opened(page);
  await input(page).fill(words);
};

const found = (page) => page.getByRole('dialog').locator('mark').first().waitFor();

export const searchScenes = {
  search: opened,
  'search-found': async (page) => {
    await searched(page, 'свет склад');
    await found(page);
  },
  'search-phone': async (page) => {
    await searched(page, '+7916');
    await found(page);
  },
  'search-nothing': async (page) => {
    await searched(page, 'жжжжжжжж');
    await page.getByText(/^(Ничего не нашлось|Nothing found)$/).first().waitFor();
  },
  'search-waiting': async (page) => {
    await unanswered(page, '**/Search');
    await searched(page, 'склад');
    await page.getByText(/^(Ищем…|Searching…)$/).first().waitFor();
  },
  'search-failed': async (page) => {
    await refused(page, '**/Search');
    await searched(page, 'склад');
    await page.getByRole('dialog').getByRole('alert').waitFor();
  },
  'search-new-deal': async (page) => {
    await opened(page);
    await page.locator('[data-option=command-new-deal]').click();
    await page.getByRole('dialog').getByRole('textbox').waitFor();
  },
};
