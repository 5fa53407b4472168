import { cookieLock } from '../session/cookie_lock';
import { askTabs, listenToTabs } from '../session/tabs';
import { refusedBy, type Outcome, type Problem } from './outcome';

interface Access {
  token: string;
  sessionId: string;
  // Milliseconds since 1970.
  expireTime: number;
}

const timeoutMs = 8_000;
// A refresh token serves for 30 s after it has been used: whoever did not get the answer asks again before that.
const pausesMs = [1_000, 3_000];
const unauthorized = 401;

let access: Access | undefined;
const held = (): Access | undefined => access;

// The open tabs have a token. It is in memory only, here as well.
listenToTabs({
  session: ({ id, accessToken, expireTime }) => (access = { token: accessToken, sessionId: String(id), expireTime }),
  ended: () => (access = undefined),
  held: () => undefined,
});

async function attempt(path: string, body: object, headers: Record<string, string>): Promise<Response> {
  const response = await fetch(path, {
    method: 'POST',
    credentials: 'same-origin',
    signal: AbortSignal.timeout(timeoutMs),
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  if (response.status >= 500) throw new Error(`HTTP ${response.status}`);
  return response;
}

// Throws when nobody has answered at last.
async function post(path: string, body: object, headers: Record<string, string>): Promise<Response> {
  for (const pauseMs of pausesMs) {
    try {
      return await attempt(path, body, headers);
    } catch (error) {
      // The user waits for a word, and nothing is to be waited for.
      if (!navigator.onLine) throw error;
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }
  return attempt(path, body, headers);
}

interface LoginAnswer {
  accessToken: string;
  accessExpireTime: string;
  session?: { id?: string };
}

async function refreshed(): Promise<Access | undefined> {
  const response = await post('/session/refresh', {}, {});
  if (!response.ok) return undefined;
  const { accessToken, accessExpireTime, session } = (await response.json()) as LoginAnswer;
  return { token: accessToken, sessionId: session?.id ?? '', expireTime: Date.parse(accessExpireTime) };
}

// `refused`: a token that no longer serves, whatever it says.
const serves = (found: Access | undefined, refused: string): boolean =>
  found !== undefined && found.token !== refused && found.expireTime - Date.now() > timeoutMs;

// The one in hand, or that of an open tab, or else a new one.
async function current(refused: string): Promise<Access | undefined> {
  if (serves(held(), refused)) return held();
  await askTabs();
  if (serves(held(), refused)) return held();
  const signal = AbortSignal.timeout(2 * timeoutMs);
  await navigator.locks.request(cookieLock, { signal }, async () => void (access = await refreshed()));
  return held();
}

// Undefined: that session is no longer the one of this browser.
async function tokenOf(sessionId: string, refused = ''): Promise<string | undefined> {
  const found = await current(refused);
  return found?.sessionId === sessionId ? found.token : undefined;
}

async function answered(sessionId: string, method: string, body: object, language: string): Promise<Outcome> {
  const ask = (token: string) =>
    post(`/voronka.${method}`, body, { authorization: `Bearer ${token}`, 'accept-language': language });
  const token = await tokenOf(sessionId);
  if (!token) return { kind: 'logged-out' };
  let response = await ask(token);
  const renewed = response.status === unauthorized ? await tokenOf(sessionId, token) : undefined;
  if (renewed) response = await ask(renewed);
  if (response.status === unauthorized) return { kind: 'logged-out' };
  const answer: unknown = await response.json();
  return response.ok ? { kind: 'done', answer } : refusedBy(answer as Problem);
}

// Calls `crm.v1.DealService/GetDeal` and the like for a session, if it is still the one of this browser.
export function call(sessionId: string, method: string, body: object, language: string): Promise<Outcome> {
  return answered(sessionId, method, body, language).catch(() => ({ kind: 'unanswered' }));
}
