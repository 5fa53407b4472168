// Files on the card of a deal, with its notes and with its tasks.
import { url } from '../support/browser.mjs';
import { attach, attachToTask, picture } from '../support/files.mjs';

const long = 'Спецификация на поставку светодиодных светильников для складского комплекса «Северный-2», редакция 3.txt';

// A deal with files.
export async function prepareFiles(olga) {
  const deal = await olga.makeDeal('Согласовать спецификацию', { stage: 'accepted' });
  const specification = await attach(olga, deal, long, 'спецификация');
  const photo = await attach(olga, deal, 'Фото склада.png', picture);
  await olga.change('TimelineService/AddNote', {
    dealId: deal.id,
    text: 'Согласовали по телефону',
    fileIds: [specification.id, photo.id],
  });
  const dueTime = new Date(Date.now() + 7_200_000).toISOString();
  const task = await olga.change('TaskService/CreateTask', {
    task: { dealId: deal.id, text: 'Подготовить смету', dueTime, reminders: {} },
  });
  await attachToTask(olga, task, long, 'смета');
  return { deal, task };
}

const block = (page) => page.getByRole('region', { name: /^(Файлы|Files)$/ });

const taskRow = (page, { files }) => page.locator(`[data-task="${files.task.id}"]`);

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
  'note-files': async (page, set) => {
    await fileScenes['deal-files'](page, set);
    await page.locator('li[data-noted]').first().scrollIntoViewIfNeeded();
  },
  'note-attach': async (page, set) => {
    await fileScenes['deal-files'](page, set);
    await page.getByRole('textbox', { name: /^(Примечание|Note)$/ }).fill('С новой редакцией');
    const file = { name: long, mimeType: 'text/plain', buffer: Buffer.from('редакция 4') };
    await page.getByLabel(/^(Выбрать файлы к примечанию|Choose files for the note)$/).setInputFiles(file);
    await page.locator('li[data-named]').waitFor();
    await page.locator('li[data-named]').scrollIntoViewIfNeeded();
  },
  'task-files': async (page, set) => {
    await fileScenes['deal-files'](page, set);
    await taskRow(page, set).getByRole('button', { name: /^(Файлы задачи|Files of the task)/ }).click();
    await page.getByRole('dialog').nth(1).locator('li[data-file]').waitFor();
  },
};
