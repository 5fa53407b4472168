import { userScoped } from '../state/observable';

export interface PushState {
  // `unknown`: nobody has looked yet. `serverless`: the server pushes to no browsers, so that notifications come only
  // while a tab is open.
  phase: 'unknown' | 'off' | 'turning' | 'on' | 'serverless';
  // Why it could not be turned on, in words.
  problem?: string;
}

// Whether this browser gets pushes for whoever is logged in.
export const pushState = userScoped<PushState>({ phase: 'unknown' });
