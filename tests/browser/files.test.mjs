// Files on the card of a deal: chosen or dropped, sent over a bad connection, saved, shown, renamed and removed. Files of
// tasks and of notes.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { Person } from './support/api.mjs';
import { openBrowser, pageOf } from './support/browser.mjs';
import { eventually } from './support/eventually.mjs';
import { openDeal } from './support/field_rows.mjs';
import { attach, attachToTask, filesOf, picture } from './support/files.mjs';

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
});

test('a note takes files along that were chosen while it was written', async () => {
  const deal = await anna.makeDeal('Примечание с файлом');
  const { page, dialog } = await opened(deal);
  const { page: theirs, dialog: theirCard } = await opened(deal, 'olga');
  await dialog.getByRole('textbox', { name: 'Примечание' }).fill('Клиент прислал чертёж');
  const chosen = [text('чертёж.txt', 'линии'), text('лишнее.txt', '…')];
  await dialog.getByLabel('Выбрать файлы к примечанию').setInputFiles(chosen);
  await dialog.locator('li[data-named]').nth(1).waitFor();
  await dialog.getByRole('button', { name: 'Не прикладывать: лишнее.txt' }).click();
  await dialog.getByRole('button', { name: 'Добавить примечание' }).click();
  const note = (card) => card.locator('li[data-kind=NOTE]').filter({ hasText: 'Клиент прислал чертёж' });
  for (const card of [dialog, theirCard]) {
    await note(card).getByRole('button', { name: 'чертёж.txt' }).waitFor();
    assert.equal(await note(card).locator('li[data-noted]').count(), 1);
  }
  assert.equal(await dialog.locator('li[data-named]').count(), 0, 'the next note has none');
  const saving = theirs.waitForEvent('download');
  await note(theirCard).getByRole('button', { name: 'чертёж.txt' }).click();
  assert.equal(await readFile(await (await saving).path(), 'utf8'), 'линии');
  await row(dialog, 'чертёж.txt').getByRole('button', { name: 'Удалить: чертёж.txt' }).click();
  await note(theirCard).locator('li[data-noted]').getByText('удалён').waitFor();
});

test('a task has files of its own, which its row counts', async () => {
  const deal = await anna.makeDeal('Задача с файлом');
  const dueTime = new Date(Date.now() + 3_600_000).toISOString();
  const task = await anna.change('TaskService/CreateTask', {
    task: { dealId: deal.id, text: 'Отправить смету', dueTime, reminders: {} },
  });
  const { page, dialog } = await opened(deal);
  const taskRow = dialog.locator(`li[data-task="${task.id}"]`);
  await taskRow.getByRole('button', { name: 'Файлы задачи «Отправить смету»: 0' }).click();
  const files = page.getByRole('dialog', { name: 'Отправить смету' });
  await files.getByLabel('Выбрать файлы', { exact: true }).setInputFiles([text('смета.txt', 'итого')]);
  await files.locator('li[data-file]').getByText('смета.txt').waitFor();
  await attachToTask(anna, task, 'план.txt', 'план');
  await files.locator('li[data-file]').getByText('план.txt').waitFor();
  await page.keyboard.press('Escape');
  await taskRow.getByRole('button', { name: 'Файлы задачи «Отправить смету»: 2' }).waitFor();
  await dialog.locator('li[data-kind=FILE_ADDED]').getByText('К задаче «Отправить смету» добавлен файл «смета.txt»').waitFor();
  assert.deepEqual(await filesOf(anna, deal), [], 'they are not the deal’s');
});
