// What is typed in a tab and not sent yet.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newPhone, Person } from './support/api.mjs';
import { openBrowser, pageOf, url } from './support/browser.mjs';
import { eventually } from './support/eventually.mjs';

const browser = await openBrowser();
const anna = await Person.logIn('anna');

const note = (page) => page.getByRole('textbox', { name: 'Примечание' });
const restored = (page) => page.getByText('Восстановлен черновик');

async function open(page, deal) {
  await page.goto(`${url}/deals/${deal.id}`);
  await note(page).waitFor();
}

async function otherTab(page, deal) {
  const tab = await page.context().newPage();
  await open(tab, deal);
  return tab;
}

const reads = (page, text) => eventually(async () => (await note(page).inputValue()) === text);

test('a note that is sent from one tab does not remove what is typed in another', async () => {
  const deal = await anna.makeDeal('В двух вкладках');
  const page = await pageOf(browser, 'anna');
  const other = await otherTab(page, deal);
  await note(other).fill('Длинный итог встречи');
  await open(page, deal);
  await page.waitForTimeout(500);
  assert.equal(await note(page).inputValue(), '');
  await note(page).fill('Коротко');
  await page.getByRole('button', { name: 'Добавить примечание' }).click();
  await reads(page, '');
  await other.reload();
  await reads(other, 'Длинный итог встречи');
  await restored(other).waitFor();
});

test('what a closed tab has left is offered in the next one, and may be discarded', async () => {
  const deal = await anna.makeDeal('Вкладку закрыли');
  const page = await pageOf(browser, 'anna');
  const other = await otherTab(page, deal);
  await note(other).fill('Недописанное');
  await other.close();
  await open(page, deal);
  await reads(page, 'Недописанное');
  await page.getByRole('button', { name: 'Сбросить' }).click();
  await reads(page, '');
  await page.reload();
  await note(page).waitFor();
  await page.waitForTimeout(500);
  assert.equal(await note(page).inputValue(), '');
});

test('a client’s form says that it opens with a draft, and lets it be discarded', async () => {
  const contact = await anna.change('ContactService/CreateContact', { contact: { name: 'Ирина', phones: [newPhone()] } });
  const deal = await anna.makeDeal('Клиент с черновиком', { contactId: contact.id });
  const page = await pageOf(browser, 'anna');
  const other = await otherTab(page, deal);
  const name = (tab) => tab.getByRole('dialog').getByLabel('Имя');
  await other.getByRole('button', { name: 'Клиент: Изменить' }).click();
  await name(other).fill('Недописанное');

  await open(page, deal);
  await page.getByRole('button', { name: 'Клиент: Изменить' }).click();
  await page.waitForTimeout(500);
  assert.equal(await name(page).inputValue(), 'Ирина');
  await page.keyboard.press('Escape');

  // The closed tab lets go of its draft a moment later.
  await other.close();
  await eventually(async () => {
    await page.getByRole('button', { name: 'Клиент: Изменить' }).click();
    const isRestored = await restored(page).waitFor({ timeout: 500 }).then(() => true, () => false);
    if (!isRestored) await page.keyboard.press('Escape');
    return isRestored;
  });
  assert.equal(await name(page).inputValue(), 'Недописанное');
  await page.getByRole('button', { name: 'Сбросить' }).click();
  assert.equal(await name(page).inputValue(), 'Ирина');
});

test('what is typed about one client is not offered for another who has become the main one', async () => {
  const made = (name) => anna.change('ContactService/CreateContact', { contact: { name, phones: [newPhone()] } });
  const [irina, vera] = [await made('Ирина'), await made('Вера')];
  const deal = await anna.makeDeal('Другой клиент', { contactId: irina.id });
  const page = await pageOf(browser, 'anna');
  await open(page, deal);
  const name = page.getByRole('dialog').getByLabel('Имя');
  await page.getByRole('button', { name: 'Клиент: Изменить' }).click();
  await name.fill('Недописанная');
  await anna.change('DealService/UpdateDeal', { dealId: deal.id, deal: { contactId: vera.id } });
  await open(page, deal);
  await page.getByRole('button', { name: 'Клиент: Изменить' }).click();
  await page.waitForTimeout(500);
  assert.equal(await name.inputValue(), 'Вера');
});

test('a new company has the name that was just looked for, whatever was typed about another', async () => {
  const deal = await anna.makeDeal('Две компании');
  const page = await pageOf(browser, 'anna');
  await open(page, deal);
  const block = page.getByRole('dialog').getByRole('region', { name: 'Компания', exact: true });
  const begin = async (words) => {
    await block.getByRole('button', { name: 'Добавить компанию' }).click();
    await block.getByRole('searchbox', { name: 'Компания' }).fill(words);
    await block.getByRole('button', { name: /^Новая компания / }).click();
  };
  const [first, second] = [`Первая ${Date.now()}`, `Вторая ${Date.now()}`];
  await begin(first);
  await block.getByLabel('Сайт').fill('first.example');
  await page.keyboard.press('Escape');
  await begin(second);
  assert.equal(await block.getByLabel('Название').inputValue(), second);
  assert.equal(await block.getByLabel('Сайт').inputValue(), '');
  await page.keyboard.press('Escape');
  await begin(first);
  assert.equal(await block.getByLabel('Сайт').inputValue(), 'first.example');
});

test('a note that is too long is not sent, and says so while it is typed', async () => {
  const deal = await anna.makeDeal('Слишком длинное примечание');
  const page = await pageOf(browser, 'anna');
  await open(page, deal);
  await note(page).fill('я'.repeat(9_990));
  await page.getByText('Осталось 10 знаков').waitFor();
  await note(page).fill('я'.repeat(10_002));
  await page.getByText('Слишком длинно: уберите 2 знака').waitFor();
  await page.getByRole('button', { name: 'Добавить примечание' }).click();
  assert.equal((await note(page).inputValue()).length, 10_002);
});

test('a long email address does not run out of the card', async () => {
  const email = `${'a'.repeat(60)}@${'b'.repeat(50)}${newPhone().slice(1)}.example.com`;
  const contact = await anna.change('ContactService/CreateContact', { contact: { name: 'Длинная', emails: [email] } });
  const deal = await anna.makeDeal('Длинная почта', { contactId: contact.id });
  for (const width of [1440, 390]) {
    const page = await pageOf(browser, 'anna', { width });
    await open(page, deal);
    const link = page.getByRole('link', { name: email });
    const box = await link.boundingBox();
    const fits = await link.evaluate((shown) => shown.scrollWidth <= shown.clientWidth + 1);
    assert.ok(fits && box.x + box.width <= width, `at ${width}: ${JSON.stringify(box)}`);
  }
});
