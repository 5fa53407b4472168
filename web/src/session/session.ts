import type { User } from '../gen/voronka/crm/v1/user_pb';
import { Observable } from '../state/observable';

export interface Session {
  // What the user sees as this device among those on which they are logged in.
  id: bigint;
  accessToken: string;
  // Milliseconds since 1970, by the server's clock.
  expireTime: number;
  user: User;
}

export type SessionState =
  | { phase: 'starting' }
  | { phase: 'signed-out' }
  // The gateway cannot be reached: whether there is a session is not known yet.
  | { phase: 'unreachable' }
  | { phase: 'signed-in'; session: Session };

// The access token is kept only here, in memory; the refresh token is a cookie that no script can read.
export const sessionState = new Observable<SessionState>({ phase: 'starting' });

// The login of the current user; empty: nobody is logged in. A login is unique in the installation, an id only in its
// account.
export function currentLogin(): string {
  return currentSession()?.user.login ?? '';
}

export function currentSession(): Session | undefined {
  const state = sessionState.get();
  return state.phase === 'signed-in' ? state.session : undefined;
}
