// What a push service and the system around a browser do: no browser of the stories can reach a real push service.
import { createECDH, randomBytes } from 'node:crypto';
import { keptOffline, logIn, newPage, url } from './browser.mjs';
import { eventually } from './eventually.mjs';

// The server pushes there in vain: no such host exists.
const pushHost = 'https://story.notify.windows.com';

// Stands in for the one call that needs a push service; asking the browser for permission, registering and all that
// follows is real. A browser remembers its subscription, and each new one has its own address.
function pretendToSubscribe({ host, publicKey, authSecret }) {
  const bytes = (numbers) => new Uint8Array(numbers).buffer;
  const kept = () => JSON.parse(localStorage.getItem('story-subscription') ?? 'null');
  const subscriptionOf = ({ endpoint, key }) => ({
    endpoint,
    options: { userVisibleOnly: true, applicationServerKey: bytes(key) },
    getKey: (name) => bytes(name === 'p256dh' ? publicKey : authSecret),
    unsubscribe: async () => {
      localStorage.removeItem('story-subscription');
      return true;
    },
  });
  PushManager.prototype.subscribe = async ({ applicationServerKey }) => {
    const key = [...new Uint8Array(applicationServerKey)];
    const subscription = kept() ?? { endpoint: `${host}/${window.crypto.randomUUID()}`, key };
    localStorage.setItem('story-subscription', JSON.stringify(subscription));
    return subscriptionOf(subscription);
  };
  PushManager.prototype.getSubscription = async () => (kept() ? subscriptionOf(kept()) : null);
}

// The address at which the browser is subscribed; undefined: it is not.
export const subscribedAt = (page) =>
  page.evaluate(() => JSON.parse(localStorage.getItem('story-subscription') ?? 'null')?.endpoint);

// Before anybody logs in.
export async function subscribablePage(browser, options) {
  const page = await newPage(browser, options);
  const keys = createECDH('prime256v1');
  const publicKey = [...keys.generateKeys()];
  const authSecret = [...randomBytes(16)];
  await page.context().grantPermissions(['notifications'], { origin: url });
  await page.context().addInitScript(pretendToSubscribe, { host: pushHost, publicKey, authSecret });
  return page;
}

export async function enter(page, who) {
  await logIn(page, who);
  await page.waitForSelector('section[data-stage]');
  await keptOffline(page);
}

function registrationOf(session) {
  const found = new Promise((resolve) =>
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const own = registrations.find(({ scopeURL, isDeleted }) => scopeURL.startsWith(url) && !isDeleted);
      if (own) resolve(own.registrationId);
    }),
  );
  return session.send('ServiceWorker.enable').then(() => found);
}

// As the browser hands a message to the service worker after it has deciphered it. Any page of the browser will do.
export async function push(page, message) {
  const session = await page.context().newCDPSession(page);
  const registrationId = await registrationOf(session);
  await session.send('ServiceWorker.deliverPushMessage', { origin: url, registrationId, data: JSON.stringify(message) });
  await session.detach();
}

const workerOf = (context) => context.serviceWorkers().find((worker) => worker.url().startsWith(url));

// Evaluates in the service worker, which needs no page.
export const inWorker = (context, act, argument) => workerOf(context).evaluate(act, argument);

// What the system shows now. Under the client's lock, as Chromium may forget what is being shown meanwhile.
export const shownIn = (context) =>
  inWorker(context, async () =>
    (await navigator.locks.request('voronka-display', () => self.registration.getNotifications())).map(
      ({ body, tag, silent, actions }) => ({
        body,
        tag,
        silent,
        actions: actions.map(({ action }) => action),
      }),
    ),
  );

export const showing = (context, text) =>
  eventually(async () => (await shownIn(context)).find(({ body }) => body.includes(text)));

export const nothingShown = (context) => eventually(async () => (await shownIn(context)).length === 0);

// As the browser tells the service worker that the user has chosen a button of a notification, or touched it (no
// action). Resolves when the worker is done with it.
export async function choose(context, text, action = '') {
  await inWorker(
    context,
    async ([words, chosen]) => {
      const shown = await navigator.locks.request('voronka-display', () => self.registration.getNotifications());
      const notification = shown.find(({ body }) => body.includes(words));
      const event = new Event('notificationclick');
      const done = [];
      Object.assign(event, { action: chosen, notification, waitUntil: (work) => done.push(work) });
      self.dispatchEvent(event);
      await Promise.all(done);
    },
    [text, action],
  );
}

// What the service worker remembers: `owner`, who is logged in; `registration`, what the server was told.
export const workerKnows = (context, name) =>
  inWorker(
    context,
    (fact) =>
      new Promise((resolve) => {
        const request = indexedDB.open('voronka-worker');
        request.onsuccess = () => {
          const read = request.result.transaction('facts').objectStore('facts').get(fact);
          read.onsuccess = () => resolve(read.result);
        };
      }),
    name,
  );

// The session that the browser is logged in with, as the service worker knows it.
export const sessionIn = (context) => eventually(async () => (await workerKnows(context, 'owner'))?.sessionId);

// The worker finds a subscription, and `self.unsubscribed` says whether it has given it up.
export const pretendWorkerSubscribed = (context) =>
  inWorker(context, () => {
    const unsubscribe = async () => (self.unsubscribed = true);
    PushManager.prototype.getSubscription = async () => ({ endpoint: 'https://story.notify.windows.com/', unsubscribe });
  });

// The page goes where the worker wants to open one for what was chosen: only a real touch may open a window.
export async function openedBy({ page, context }, { text }, action = '') {
  await inWorker(context, () => {
    self.asked = undefined;
    self.clients.openWindow = async (path) => (self.asked = path);
  });
  await choose(context, text, action);
  const path = await eventually(() => inWorker(context, () => self.asked));
  await page.goto(url + path);
  return page;
}

// Nobody has Voronka open any more; the service worker stays.
export async function closeVoronka(page) {
  await page.goto('about:blank');
}
