// Tasks: their list, what is done with them, and the notice of one that is due.
import { url } from '../support/browser.mjs';
import { boardOf, openDeal } from './board_scene.mjs';

const atOnce = () => new Date(Date.now() + 1_000).toISOString();

export const taskScenes = {
  tasks: async (page) => {
    await page.goto(`${url}/tasks`);
    await page.locator('h2').first().waitFor();
  },
  complete: async (page) => {
    await taskScenes.tasks(page);
    await page.getByRole('button', { name: /^(Завершить|Complete)/ }).first().click();
    await page.getByRole('dialog').waitFor();
  },
  'task-new': async (page, set) => {
    await openDeal(page, set);
    await page.getByRole('button', { name: /^(Новая задача|New task)$/ }).click();
    await page.getByRole('button', { name: /^(в срок|when due)$/ }).first().scrollIntoViewIfNeeded();
  },
  'task-move': async (page) => {
    await taskScenes.tasks(page);
    await page.getByRole('button', { name: /(Перенести|Move): / }).first().click();
    await page.getByRole('dialog').waitFor();
  },
};

// It stays until it is answered.
export const popupScenes = {
  popup: async (page, { olga, deal }) => {
    await boardOf(page);
    const task = { dealId: deal.id, text: 'Позвонить и согласовать прайс', dueTime: atOnce(), reminders: { before: ['0s'] } };
    await olga.change('TaskService/CreateTask', { task: { ...task, assigneeUserId: olga.id } });
    await page.getByRole('alertdialog').first().waitFor();
  },
};
