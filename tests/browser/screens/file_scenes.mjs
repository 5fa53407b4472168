// Files on the card of a deal.
import { url } from '../support/browser.mjs';
import { attach, picture } from '../support/files.mjs';

const long = 'Спецификация на поставку светодиодных светильников для складского комплекса «Северный-2», редакция 3.txt';

// A deal with files.
export async function prepareFiles(olga) {
  const deal = await olga.makeDeal('Согласовать спецификацию', { stage: 'accepted' });
  await attach(olga, deal, long, 'спецификация');
  await attach(olga, deal, 'Фото склада.png', picture);
  return { deal };
}

const block = (page) => page.getByRole('region', { name: /^(Файлы|Files)$/ });

export const fileScenes = {
  'deal-files': async (page, { files }) => {
    await page.goto(`${url}/deals/${files.deal.id}`);
    await block(page).locator('li[data-file]').nth(1).waitFor();
    await block(page).scrollIntoViewIfNeeded();
  },
  'file-rename': async (page, set) => {
    await fileScenes['deal-files'](page, set);
    await block(page).getByRole('button', { name: /^(Переименовать|Rename): Фото/ }).click();
    await page.getByRole('dialog').nth(1).locator('input').waitFor();
  },
  'file-picture': async (page, set) => {
    await fileScenes['deal-files'](page, set);
    await block(page).getByRole('button', { name: 'Фото склада.png', exact: true }).click();
    await page.getByRole('dialog').nth(1).locator('img').waitFor();
  },
};
