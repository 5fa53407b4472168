import { after, before, test } from 'node:test';
import { Person } from './support/api.mjs';
import { launch, pageOf } from './support/browser.mjs';

let browser;
let vera;
before(async () => {
  browser = await launch();
  vera = await Person.logIn('vera');
});
after(() => browser.close());

async function reminded(text) {
  const deal = await vera.makeDeal(`О чём: ${text}`);
  const page = await pageOf(browser, 'vera');
  const dueTime = new Date(Date.now() + 2_000).toISOString();
  const reminders = { before: ['0s'] };
  await vera.change('TaskService/CreateTask', { task: { dealId: deal.id, text, dueTime, reminders } });
  const popup = page.getByRole('alertdialog', { name: text });
  await popup.waitFor();
  return { page, popup, deal };
}

test('a reminder pops up, and opens its deal', async () => {
  const { page, popup, deal } = await reminded(`Позвонить ${Date.now()}`);
  await popup.getByRole('button', { name: 'Открыть' }).click();
  await page.getByRole('dialog', { name: deal.name }).waitFor();
  await popup.waitFor({ state: 'hidden' });
});

for (const answer of ['Через 15 минут', 'Готово']) {
  test(`«${answer}» ends a reminder on every device`, async () => {
    const other = await pageOf(browser, 'vera');
    const { popup } = await reminded(`${answer} ${Date.now()}`);
    const same = other.getByRole('alertdialog', { name: new RegExp(await popup.getAttribute('aria-label')) });
    await same.waitFor();
    await popup.getByRole('button', { name: answer }).click();
    await popup.waitFor({ state: 'hidden' });
    await same.waitFor({ state: 'hidden' });
  });
}
