// Only one of the tabs and the service worker at a time calls the gateway about a session. They share one cookie, and a
// late answer would overwrite that of a user who has logged in since.
export const cookieLock = 'voronka-refresh';
