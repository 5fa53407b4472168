import { Code, ConnectError } from '@connectrpc/connect';
import { postSession, sessionOf } from './endpoint';
import { currentSession, sessionState, type Session } from './session';
import { askTabs, listenToTabs, tellEnded, tellSession } from './tabs';

// A token is renewed before it ends, so that no call has to wait for that.
const renewBeforeMs = 60_000;
const retryMs = 2_000;
let renewal: ReturnType<typeof setTimeout> | undefined;

function begin(session: Session): void {
  sessionState.set({ phase: 'signed-in', session });
  clearTimeout(renewal);
  const inMs = Math.max(session.expireTime - Date.now() - renewBeforeMs, 5_000);
  renewal = setTimeout(() => void renew(session.accessToken).catch(() => undefined), inMs);
}

function end(): void {
  clearTimeout(renewal);
  sessionState.set({ phase: 'signed-out' });
}

listenToTabs({ session: begin, ended: end, held: currentSession });

// There is no session, or not any more; anything else may be asked again.
function isOver(error: unknown): boolean {
  const { code } = ConnectError.from(error);
  return code === Code.Unauthenticated || code === Code.InvalidArgument || code === Code.PermissionDenied;
}

function isOtherThan(staleToken: string | undefined): boolean {
  const session = currentSession();
  return session !== undefined && session.accessToken !== staleToken && session.expireTime > Date.now();
}

// Of all tabs one asks the gateway at a time: all have the one cookie, and a late answer would take it from whoever
// has logged in since.
async function oneAtATime(ask: () => Promise<void>): Promise<void> {
  await navigator.locks.request('voronka-refresh', ask);
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

// A token other than `staleToken`: who waited finds it here already.
export async function renew(staleToken: string | undefined): Promise<void> {
  await oneAtATime(async () => {
    if (!isOtherThan(staleToken)) await refresh();
  });
}

// At the start of a page: another tab has the session, or the cookie does, or nobody.
export async function resume(): Promise<void> {
  await askTabs();
  if (currentSession()) return;
  try {
    await renew(undefined);
  } catch (error) {
    if (isOver(error)) return;
    sessionState.set({ phase: 'unreachable' });
    setTimeout(() => void resume(), retryMs);
  }
}

export async function logIn(login: string, password: string): Promise<void> {
  await oneAtATime(async () => {
    const session = sessionOf(await postSession('login', { login, password }));
    begin(session);
    tellSession(session);
  });
}

export async function logOut(everywhere: boolean): Promise<void> {
  await oneAtATime(async () => {
    await postSession('logout', { everywhere }, currentSession()?.accessToken);
    over();
  });
}
