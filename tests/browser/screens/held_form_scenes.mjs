// What came by a form and looks like spam.
import { url } from '../support/browser.mjs';
import { refused } from './answers.mjs';
import { long } from './board_scene.mjs';

// As the demo's site names its form.
async function sendTrapped() {
  const [action] = /\/forms\/\w+/.exec(await (await fetch(`${url}/demo/`)).text());
  const fields = { name: 'Ирина Соколова', phone: '+7 916 123-45-67', email: 'irina@example.com', message: long, consent: 'yes' };
  const body = new URLSearchParams({ ...fields, _website: 'https://irina.example.com' });
  await fetch(url + action, { method: 'POST', body });
}

export const heldFormScenes = {
  'held-forms': async (page) => {
    await sendTrapped();
    await page.goto(`${url}/held-forms`);
    await page.locator('[data-held-form]').first().waitFor();
  },
  'held-forms-empty': async (page) => {
    await heldFormScenes['held-forms'](page);
    await page.locator('label').last().click();
    await page.locator('main strong').or(page.locator('[data-held-form]')).first().waitFor();
  },
  'held-forms-failed': async (page) => {
    await refused(page, '**/ListHeldForms');
    await page.goto(`${url}/held-forms`);
    await page.getByRole('alert').first().waitFor();
  },
};
