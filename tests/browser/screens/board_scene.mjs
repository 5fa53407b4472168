// Where many scenes begin.
import { url } from '../support/browser.mjs';

export const boardOf = (page) => page.goto(`${url}/board/first_sales`).then(() => page.locator('article[data-deal]').first().waitFor());
