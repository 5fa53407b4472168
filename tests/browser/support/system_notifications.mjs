import { keptOffline, logIn, newPage, url } from './browser.mjs';

// The permission that the user has given.
export async function pageWithNotifications(browser, who) {
  const page = await newPage(browser);
  await page.context().grantPermissions(['notifications'], { origin: url });
  await logIn(page, who);
  await page.waitForSelector('section[data-stage]');
  await keptOffline(page);
  return page;
}

// The notifications that the system shows now.
export const systemNotifications = (page) =>
  page.evaluate(async () => {
    const worker = await navigator.serviceWorker.ready;
    // Under the client's lock, as Chromium may forget what is being shown meanwhile.
    const shown = await navigator.locks.request('voronka-display', () => worker.getNotifications());
    return shown.map(({ body, tag, actions }) => ({
      body,
      tag,
      actions: actions?.map(({ action }) => action),
    }));
  });
