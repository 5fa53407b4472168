import type { User } from '../gen/voronka/crm/v1/user_pb';
import { Observable } from '../state/observable';

export interface Session {
  accessToken: string;
  // Milliseconds since 1970.
  expireTime: number;
  user: User;
}

export type SessionState =
  | { phase: 'starting' }
  | { phase: 'signed-out' }
  // The gateway cannot be reached: nobody knows yet whether there is a session.
  | { phase: 'unreachable' }
  | { phase: 'signed-in'; session: Session };

// The access token lives here, in memory alone; the refresh token is a cookie that no script reads.
export const sessionState = new Observable<SessionState>({ phase: 'starting' });

// Who is logged in: a login is unique in the installation, an id only in its account. Empty: nobody.
export function currentLogin(): string {
  return currentSession()?.user.login ?? '';
}

export function currentSession(): Session | undefined {
  const state = sessionState.get();
  return state.phase === 'signed-in' ? state.session : undefined;
}
