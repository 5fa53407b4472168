import { keptOffline, logIn, newPage, url } from './browser.mjs';

// Who has allowed them.
export async function pageWithNotifications(browser, who) {
  const page = await newPage(browser);
  await page.context().grantPermissions(['notifications'], { origin: url });
  await logIn(page, who);
  await page.waitForSelector('section[data-stage]');
  await keptOffline(page);
  return page;
}

// What the system shows of them now.
export const systemNotifications = (page) =>
  page.evaluate(async () => {
    const worker = await navigator.serviceWorker.ready;
    return (await worker.getNotifications()).map(({ body, tag, actions }) => ({
      body,
      tag,
      actions: actions?.map(({ action }) => action),
    }));
  });
