// Colleagues, as an admin sees them.
import { url } from '../support/browser.mjs';
import { refused } from './answers.mjs';

export const userScenes = {
  users: async (page) => {
    await page.goto(`${url}/users`);
    await page.locator('[data-user]').first().waitFor();
  },
  'users-failed': async (page) => {
    await refused(page, '**/ListUsers');
    await page.goto(`${url}/users`);
    await page.getByRole('alert').first().waitFor();
  },
  invitation: async (page) => {
    await userScenes.users(page);
    await page.getByRole('button', { name: /^(Пригласить|Invite)$/ }).click();
    await page.getByRole('dialog').getByRole('textbox').first().waitFor();
  },
  access: async (page) => {
    await page.goto(`${url}/settings/access`);
    await page.locator('main section').first().waitFor();
  },
  'access-changed': async (page) => {
    await userScenes.access(page);
    await page.locator('main section').first().locator('label').last().click();
    await page.getByRole('button', { name: /^(Сохранить|Save)$/ }).waitFor();
  },
  'access-failed': async (page) => {
    await refused(page, '**/ListRoleAccess');
    await page.goto(`${url}/settings/access`);
    await page.getByRole('alert').first().waitFor();
  },
  user: async (page, { newcomer }) => {
    await page.goto(`${url}/users/${newcomer.id}`);
    await page.locator('main form').waitFor();
  },
  'user-new-link': async (page, set) => {
    await userScenes.user(page, set);
    await page.getByRole('button', { name: /^(Новая ссылка|New link)$/ }).click();
    await page.locator('[role=dialog] code').waitFor();
  },
  'user-disable': async (page, set) => {
    await userScenes.user(page, set);
    await page.getByRole('button', { name: /^(Отключить|Disable)$/ }).click();
    await page.locator('[data-workload]').waitFor();
  },
};
