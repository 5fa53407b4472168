// Where many scenes begin.
import { url } from '../support/browser.mjs';

// A text as long as people write them.
export const long = 'Поставка светодиодных светильников и кабельной продукции для складского комплекса «Северный-2» и офиса';

export const boardOf = (page) => page.goto(`${url}/board/first_sales`).then(() => page.locator('article[data-deal]').first().waitFor());

export const openDeal = async (page, { deal }) => {
  await page.goto(`${url}/deals/${deal.id}`);
  await page.getByRole('dialog').locator('h2').first().waitFor();
  await page.locator('[role=dialog] time').first().waitFor();
};
