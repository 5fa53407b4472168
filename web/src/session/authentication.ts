import { Code, ConnectError } from '@connectrpc/connect';
import { serverNow } from '../clock/server_clock';
import type { User } from '../gen/voronka/crm/v1/user_pb';
import { cookieLock } from './cookie_lock';
import { deviceName } from './device_name';
import { Retrying } from '../state/retrying';
import { postSession, sessionOf } from './endpoint';
import { currentSession, sessionState, type Session } from './session';
import { askTabs, listenToTabs, tellEnded, tellSession } from './tabs';

// The token is renewed this long before it expires, so that no call has to wait for it.
const renewBeforeMs = 60_000;
const retrying = new Retrying();
let renewal: ReturnType<typeof setTimeout> | undefined;

function begin(session: Session): void {
  sessionState.set({ phase: 'signed-in', session });
  clearTimeout(renewal);
  const inMs = Math.max(session.expireTime - serverNow() - renewBeforeMs, 5_000);
  renewal = setTimeout(() => void renew(session.accessToken).catch(() => undefined), inMs);
}

function end(): void {
  clearTimeout(renewal);
  sessionState.set({ phase: 'signed-out' });
}

listenToTabs({ session: begin, ended: end, held: currentSession });

// There is no session, or no longer one. After any other error the request may be retried.
function isOver(error: unknown): boolean {
  const { code } = ConnectError.from(error);
  return code === Code.Unauthenticated || code === Code.InvalidArgument || code === Code.PermissionDenied;
}

function isOtherThan(staleToken: string | undefined): boolean {
  const session = currentSession();
  return session !== undefined && session.accessToken !== staleToken && session.expireTime > serverNow();
}

async function oneAtATime(ask: () => Promise<void>): Promise<void> {
  await navigator.locks.request(cookieLock, ask);
}

function over(): void {
  tellEnded();
  end();
}

async function refresh(): Promise<void> {
  try {
    const session = sessionOf(await postSession('refresh', {}));
    begin(session);
    tellSession(session);
  } catch (error) {
    if (isOver(error)) over();
    throw error;
  }
}

// Makes sure of a token other than `staleToken`. A caller that had to wait may find that another has already renewed
// it.
export async function renew(staleToken: string | undefined): Promise<void> {
  await oneAtATime(async () => {
    if (!isOtherThan(staleToken)) await refresh();
  });
}

// For the start of a page: the session comes from another tab, or from the cookie, or there is none.
export async function resume(): Promise<void> {
  await askTabs();
  if (currentSession()) return;
  try {
    await renew(undefined);
    retrying.succeeded();
  } catch (error) {
    if (isOver(error)) return;
    sessionState.set({ phase: 'unreachable' });
    void retrying.pause().then(resume);
  }
}

// `code`: of the second factor. Empty: none yet.
export async function logIn(login: string, password: string, code = ''): Promise<void> {
  const client = deviceName(navigator);
  await oneAtATime(async () => {
    const session = sessionOf(await postSession('login', { login, password, code, client }));
    begin(session);
    tellSession(session);
  });
}

// The current user has changed what colleagues see of them, or which language and time zone they use.
export function learnOwn(user: User): void {
  const session = currentSession();
  if (session?.user.id !== user.id) return;
  const changed = { ...session, user };
  sessionState.set({ phase: 'signed-in', session: changed });
  tellSession(changed);
}

export async function logOut(everywhere: boolean): Promise<void> {
  await oneAtATime(async () => {
    await postSession('logout', { everywhere }, currentSession()?.accessToken);
    over();
  });
}
