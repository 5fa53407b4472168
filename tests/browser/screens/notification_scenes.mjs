// The inbox, and who is told what, where.
import { createECDH, randomBytes, randomUUID } from 'node:crypto';
import { url } from '../support/browser.mjs';
import { refused } from './answers.mjs';
import { boardOf } from './board_scene.mjs';

// Of which no push service knows anything.
export function registerDevice(person, name) {
  const keys = createECDH('prime256v1');
  keys.generateKeys();
  const secrets = { publicKey: keys.getPublicKey('base64'), authSecret: randomBytes(16).toString('base64') };
  const address = `https://story.notify.windows.com/${randomUUID()}`;
  const device = { vendor: 'VENDOR_WEB_PUSH', name, address, ...secrets };
  return person.notifier('DeviceService/RegisterDevice', { requestId: randomUUID(), device });
}

export const notificationScenes = {
  inbox: async (page) => {
    await boardOf(page);
    await page.getByRole('button', { name: /уведомлени|otification/i }).first().click();
    await page.getByRole('dialog').waitFor();
  },
  'inbox-row': async (page, set) => {
    await notificationScenes.inbox(page, set);
    await page.getByRole('button', { name: /^(Отложить или узнать|Snooze, or see)/ }).first().click();
  },
  'push-invitation': async (page, set) => {
    await page.context().grantPermissions(['notifications'], { origin: url });
    await notificationScenes.inbox(page, set);
    await page.getByRole('button', { name: /^(Не сейчас|Not now)$/ }).waitFor();
  },
  why: async (page, set) => {
    await notificationScenes['inbox-row'](page, set);
    await page.getByRole('button', { name: /^(Почему не пришло|Why didn’t it come)\?$/ }).click();
    await page.locator('[role=dialog] ol > li').first().waitFor();
  },
  preferences: async (page) => {
    await page.context().grantPermissions(['notifications'], { origin: url });
    await page.goto(`${url}/notifications`);
    await page.locator('[data-kind]').first().waitFor();
    await page.getByRole('button', { name: /^(Включить|Turn on)$/ }).waitFor();
    await page.locator('input[type=checkbox]').last().scrollIntoViewIfNeeded();
    await page.mouse.move(0, 0);
    await page.locator('h2').first().scrollIntoViewIfNeeded();
  },
  'preferences-blocked': async (page) => {
    await page.goto(`${url}/notifications`);
    await page.locator('[data-kind]').first().waitFor();
    await page.locator('h2').nth(2).scrollIntoViewIfNeeded();
  },
  'preferences-dismissed': async (page) => {
    await page.addInitScript(() => {
      Object.defineProperty(Notification, 'permission', { get: () => 'default' });
      Notification.requestPermission = async () => 'default';
    });
    await page.goto(`${url}/notifications`);
    await page.getByRole('button', { name: /^(Включить|Turn on)$/ }).click();
    await page.getByRole('alert').waitFor();
  },
  'device-tested': async (page) => {
    await page.goto(`${url}/notifications`);
    await page.locator('[data-device] button').first().click();
    await page.locator('[data-device] [role=status]').filter({ hasText: /\S/ }).waitFor();
    await page.waitForTimeout(1_500);
  },
  'device-removal': async (page) => {
    await page.goto(`${url}/notifications`);
    await page.locator('[data-device] button').last().click();
    await page.getByRole('dialog').getByRole('button').last().waitFor();
  },
  'preferences-failed': async (page) => {
    await refused(page, '**/GetPreferences');
    await page.goto(`${url}/notifications`);
    await page.getByRole('alert').first().waitFor();
  },
  'preferences-of-admin': async (page, { olga }) => {
    await page.goto(`${url}/notifications`);
    const colleague = page.getByLabel(/^(Чьи|Whose)$/);
    await colleague.selectOption(String(olga.id));
    await page.locator('[data-notification]').first().waitFor();
    await colleague.scrollIntoViewIfNeeded();
  },
};
