// The fields of a deal's or client's own on the card: their rows, and how they are edited there.
import { url } from './browser.mjs';
import { eventually } from './eventually.mjs';

export async function typeInto(row, text) {
  await row.getByRole('textbox').fill(text);
  await row.page().keyboard.press('Enter');
}
export const pressed = (name) => (row) => row.getByRole('button', { name, exact: true }).click();
export const edit = (row) => row.getByRole('button').last().click();

export const rowOf = (dialog, label) =>
  dialog.locator('dl > div').filter({ has: dialog.page().locator('dt', { hasText: new RegExp(`^${label}$`) }) });
const plain = (text) => text.replaceAll(/[\s\u00a0\u202f]+/g, ' ');
export const says = (row, text) => eventually(async () => plain(await row.locator('dd').innerText()) === text);

export async function openDeal(page, deal) {
  await page.goto(`${url}/deals/${deal.id}`);
  const dialog = page.getByRole('dialog', { name: deal.name });
  await dialog.waitFor();
  return dialog;
}
