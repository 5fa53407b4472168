import { userScoped } from '../state/observable';

export interface PushState {
  // `unknown`: nobody has looked yet. `serverless`: the server pushes to no browsers, so that notifications come only
  // while a tab is open.
  phase: 'unknown' | 'off' | 'turning' | 'on' | 'serverless';
  // Why it could not be turned on, in words.
  problem?: string;
}

// The list of notifications is open and invites to turn pushes on: no other invitation is shown meanwhile.
export const invitesInList = userScoped(false);

// Whether this browser gets pushes for whoever is logged in.
export const pushState = userScoped<PushState>({ phase: 'unknown' });
