// Files on the card of a deal: chosen or dropped, sent over a bad connection, saved, shown, renamed and removed.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { Person } from './support/api.mjs';
import { openBrowser, pageOf } from './support/browser.mjs';
import { eventually } from './support/eventually.mjs';
import { openDeal } from './support/field_rows.mjs';
import { attach, filesOf, picture } from './support/files.mjs';

const browser = await openBrowser();
const anna = await Person.logIn('anna');

const block = (dialog) => dialog.getByRole('region', { name: 'Файлы' });
const row = (dialog, name) => block(dialog).locator('li[data-file]').filter({ hasText: name });
const choose = (dialog, files) => dialog.locator('input[type=file]').setInputFiles(files);
const text = (name, content) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(content) });

async function opened(deal, who = 'anna') {
  const page = await pageOf(browser, who);
  return { page, dialog: await openDeal(page, deal) };
}

// As from the desktop of the machine. `size`: bytes.
async function drop(page, dialog, name, size) {
  const dataTransfer = await page.evaluateHandle(
    ([named, bytes]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new window.File([new Uint8Array(bytes)], named));
      return transfer;
    },
    [name, size],
  );
  await block(dialog).dispatchEvent('dragover', { dataTransfer });
  await block(dialog).dispatchEvent('drop', { dataTransfer });
}

test('several files are sent at once, and a colleague sees and saves them', async () => {
  const deal = await anna.makeDeal('С договором');
  const { page, dialog } = await opened(deal);
  const { page: theirs, dialog: theirCard } = await opened(deal, 'olga');
  await block(dialog).getByText('до 100 МБ каждый').waitFor();
  const large = 'Прайс '.repeat(200_000);
  await choose(dialog, [text('Договор № 1.txt', 'условия'), text('Прайс.txt', large)]);
  for (const card of [dialog, theirCard]) {
    for (const name of ['Договор № 1.txt', 'Прайс.txt']) await row(card, name).waitFor();
  }
  await dialog.locator('li[data-kind=FILE_ADDED]').getByText('Добавлен файл «Прайс.txt»').waitFor();
  const saving = theirs.waitForEvent('download');
  await row(theirCard, 'Прайс.txt').getByRole('button', { name: 'Скачать: Прайс.txt' }).click();
  const saved = await saving;
  assert.equal(saved.suggestedFilename(), 'Прайс.txt');
  assert.equal(await readFile(await saved.path(), 'utf8'), large);
  assert.equal(await row(theirCard, 'Прайс.txt').getByRole('button', { name: 'Удалить: Прайс.txt' }).count(), 1, 'she leads');
  for (const each of [page, theirs]) await each.context().close();
});

test('a file is dropped on the card; one that is too large is told at once', async () => {
  const deal = await anna.makeDeal('Перетащили');
  const { page, dialog } = await opened(deal);
  await block(dialog).getByText('Перетащите файлы на карточку').waitFor();
  await drop(page, dialog, 'схема.bin', 10);
  await row(dialog, 'схема.bin').waitFor();
  await drop(page, dialog, 'видео.bin', 101 * 1024 * 1024);
  await block(dialog).getByText('Файл слишком большой: можно до 100 МБ').waitFor();
  assert.equal((await filesOf(anna, deal)).length, 1);
  await block(dialog).getByRole('button', { name: 'Убрать из списка: видео.bin' }).click();
  assert.equal(await block(dialog).getByText('видео.bin').count(), 0);
  await page.context().close();
});

test('a file arrives whole although the connection was lost', async () => {
  const deal = await anna.makeDeal('Без сети');
  const { page, dialog } = await opened(deal);
  await block(dialog).getByText('Перетащите файлы на карточку').waitFor();
  await page.context().setOffline(true);
  const content = 'строка\n'.repeat(100_000);
  await choose(dialog, [text('отчёт.txt', content)]);
  await block(dialog).locator('li[data-sending]').getByText('отчёт.txt').waitFor();
  await page.context().setOffline(false);
  await row(dialog, 'отчёт.txt').waitFor();
  const [file] = await filesOf(anna, deal);
  assert.equal(Number(file.size), Buffer.byteLength(content));
  await page.context().close();
});

test('a file is renamed, removed and brought back', async () => {
  const deal = await anna.makeDeal('Переименовать');
  await attach(anna, deal, 'черновик.txt', 'текст');
  const { page, dialog } = await opened(deal);
  await row(dialog, 'черновик.txt').getByRole('button', { name: 'Переименовать: черновик.txt' }).click();
  const form = page.getByRole('dialog', { name: 'Переименовать файл' });
  await form.getByLabel('Имя файла').fill('../договор.txt');
  await form.getByRole('button', { name: 'Сохранить' }).click();
  await form.getByText('недопустимыми символами').waitFor();
  await form.getByLabel('Имя файла').fill('договор.txt');
  await page.keyboard.press('Enter');
  await row(dialog, 'договор.txt').getByRole('button', { name: 'Удалить: договор.txt' }).click();
  await row(dialog, 'договор.txt').waitFor({ state: 'detached' });
  assert.deepEqual(await filesOf(anna, deal), []);
  await page.getByRole('button', { name: 'Вернуть', exact: true }).click();
  await row(dialog, 'договор.txt').waitFor();
  await page.context().close();
});

test('a picture is shown, and a page of HTML never runs', async () => {
  const deal = await anna.makeDeal('С картинкой');
  await attach(anna, deal, 'фото.png', picture);
  await attach(anna, deal, 'страница.png', '<script>document.title = "взлом"</script>');
  const { page, dialog } = await opened(deal);
  await row(dialog, 'фото.png').getByRole('button', { name: 'фото.png', exact: true }).click();
  const shown = page.getByRole('dialog', { name: 'фото.png' }).getByRole('img', { name: 'фото.png' });
  await shown.waitFor();
  await eventually(() => shown.evaluate((image) => image.naturalWidth === 1));
  await page.keyboard.press('Escape');
  const saving = page.waitForEvent('download');
  await row(dialog, 'страница.png').getByRole('button', { name: 'страница.png', exact: true }).click();
  assert.equal((await saving).suggestedFilename(), 'страница.png');
  assert.notEqual(await page.title(), 'взлом');
  await page.context().close();
});
