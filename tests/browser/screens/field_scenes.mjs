// The account's own fields, as an admin defines them.
import { url } from '../support/browser.mjs';
import { refused } from './answers.mjs';

export const fieldScenes = {
  fields: async (page) => {
    await page.goto(`${url}/settings/fields`);
    await page.locator('[data-field]').first().waitFor();
  },
  'fields-field': async (page, set) => {
    await fieldScenes.fields(page, set);
    await page.locator('[data-field=scene_7] button').first().click();
    await page.locator('[data-field=scene_7] fieldset').first().scrollIntoViewIfNeeded();
  },
  'fields-index': async (page, set) => {
    await fieldScenes['fields-field'](page, set);
    await page.getByLabel(/^(Можно искать и отбирать|Can be searched and filtered by)$/).scrollIntoViewIfNeeded();
  },
  'fields-new': async (page, set) => {
    await fieldScenes.fields(page, set);
    await page.getByRole('button', { name: /^(Добавить поле|Add field)/ }).first().click();
    await page.getByRole('button', { name: /^(Сохранить|Save)$/ }).click();
    await page.getByRole('button', { name: /^(Сохранить|Save)$/ }).waitFor();
    await page.locator('[data-field=field] p, [data-field=field] [id$=error]').first().waitFor();
  },
  'fields-removed': async (page, set) => {
    await fieldScenes.fields(page, set);
    await page.locator('[data-field=scene_3] button').first().click();
    await page.getByRole('button', { name: /^(Убрать поле|Remove field)$/ }).click();
    await page.locator('[data-removed]').first().scrollIntoViewIfNeeded();
  },
  'fields-failed': async (page) => {
    await refused(page, '**/ListFieldSets');
    await page.goto(`${url}/settings/fields`);
    await page.getByRole('alert').first().waitFor();
  },
};
