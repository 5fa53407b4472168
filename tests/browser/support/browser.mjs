// A real Chromium, and people who work in it.
import { after, afterEach, beforeEach } from 'node:test';
import { chromium } from 'playwright-core';
import { eventually } from './eventually.mjs';

export const url = process.env.VORONKA_URL ?? 'http://127.0.0.1:7700';
export const password = 'voronka-demo';

export const loginOf = (who) => `${who}@demo.voronka`;

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export function launch() {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: flags });
}

// For the stories of one file. What a story opens is closed at its end: open pages slow down the next ones.
export async function openBrowser() {
  const browser = await launch();
  let openBefore = [];
  beforeEach(() => (openBefore = browser.contexts()));
  afterEach(async () => {
    const opened = browser.contexts().filter((context) => !openBefore.includes(context));
    await Promise.all(opened.map((context) => context.close()));
  });
  after(() => browser.close());
  return browser;
}

// For what appears at once on a machine that is not busy.
const timeoutMs = 30_000;

// A new browser with empty storage.
export async function newPage(browser, { locale = 'ru-RU', width = 1440, height = 900, colorScheme = 'light' } = {}) {
  const viewport = { width, height };
  const context = await browser.newContext({ locale, viewport, colorScheme, timezoneId: 'Europe/Moscow' });
  context.setDefaultTimeout(timeoutMs);
  context.on('weberror', (failure) => {
    throw failure.error();
  });
  return context.newPage();
}

// Many people of the stories log in from one address, more than the gateway allows at once.
const tooManyRequests = 429;

async function submitted(page) {
  const answer = page.waitForResponse('**/session/login');
  await page.click('button[type=submit]');
  return (await answer).status();
}

// On the login page.
export async function submitLogin(page, who, secret = password) {
  await page.fill('[name=login]', loginOf(who));
  await page.fill('[name=password]', secret);
  while ((await submitted(page)) === tooManyRequests) await page.waitForTimeout(1_000);
}

export async function logIn(page, who, secret = password) {
  await page.goto(url);
  await submitLogin(page, who, secret);
}

export async function pageOf(browser, who, options) {
  const page = await newPage(browser, options);
  await logIn(page, who);
  await page.waitForSelector('section[data-stage]');
  return page;
}

// Until the page needs no network for its own files.
export const keptOffline = (page) =>
  eventually(() => page.evaluate(() => navigator.serviceWorker.controller !== null));

export async function goOffline(page) {
  await keptOffline(page);
  await page.context().setOffline(true);
}

export const card = (page, deal) => page.locator(`article[data-deal="${deal.id}"]`);

export const cardIn = (page, stage, deal) => page.locator(`section[data-stage=${stage}] article[data-deal="${deal.id}"]`);

export async function moveByKeys(page, deal, stageName) {
  await card(page, deal).focus();
  await page.keyboard.press('m');
  await page.getByRole('group', { name: 'Этапы' }).getByText(stageName).click();
}

// Until nothing matches. Unlike `waitFor`, it bears that several elements match until then.
export const gone = (locator) => eventually(async () => (await locator.count()) === 0);

// What says that changes wait for the connection: the banner, and marks on cards, notes and tasks.
export const unsent = (page) => page.getByText(/^Жд(ёт|ут) отправки/);
