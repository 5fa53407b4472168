// The lists of contacts and companies, and how to reach a client.
import { url } from '../support/browser.mjs';
import { empty, refused, unanswered } from './answers.mjs';

const rows = (page) => page.locator('[data-row]').first();
const open = async (page, path) => {
  await page.goto(url + path);
  await rows(page).waitFor();
};

export const clientListScenes = {
  'contact-list': (page) => open(page, '/contacts'),
  'contact-list-found': async (page) => {
    await open(page, '/contacts');
    await page.getByRole('searchbox').fill('Константин');
    await page.locator('[data-row]', { hasText: 'Константинопольский' }).first().waitFor();
  },
  'contact-list-none-found': async (page) => {
    await open(page, '/contacts');
    await page.getByRole('searchbox').fill('Такого имени нет ни у кого');
    await page.getByText(/^(Никого не нашли|Nobody found)$/).waitFor();
  },
  'contact-list-empty': async (page) => {
    await empty(page, '**/FilterContacts');
    await page.goto(`${url}/contacts`);
    await page.getByText(/^(Контактов пока нет|No contacts yet)$/).waitFor();
  },
  'contact-list-loading': async (page) => {
    await unanswered(page, '**/FilterContacts');
    await page.goto(`${url}/contacts`);
    await page.getByRole('searchbox').waitFor();
  },
  'contact-list-failed': async (page) => {
    await refused(page, '**/FilterContacts');
    await page.goto(`${url}/contacts`);
    await page.getByRole('alert').first().waitFor();
  },
  'contact-new': async (page) => {
    await open(page, '/contacts');
    await page.getByRole('button', { name: /^(Новый контакт|New contact)$/ }).click();
    await page.getByRole('dialog').getByRole('textbox').first().waitFor();
  },
  'company-list': (page) => open(page, '/companies'),
  'contact-reach-form': async (page, { clients }) => {
    await page.goto(`${url}/contacts/${clients.contact.id}`);
    await page.getByRole('button', { name: /^(Как связаться: Изменить|How to reach: Edit)$/ }).click();
    await page.getByLabel(/^(Не беспокоить до|Do not disturb until)$/).fill('2099-12-31T10:00');
  },
  'contact-history': async (page, { clients }) => {
    await page.goto(`${url}/contacts/${clients.contact.id}`);
    await page.locator('[data-entry]').first().scrollIntoViewIfNeeded();
  },
};
