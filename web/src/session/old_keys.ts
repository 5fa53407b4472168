const marker = 'voronka-keys';
const current = 'by-login';

// What an earlier version kept under a user's id, which another account's user may have too.
const oldKey = /^voronka-(draft|changes|inbox)-\d+(-|$)/;

// Once in a browser, since a login may be a number as well.
export function dropOldKeys(storage: Storage): void {
  if (storage.getItem(marker) === current) return;
  const keys = Array.from({ length: storage.length }, (_, at) => storage.key(at));
  for (const key of keys) if (key && oldKey.test(key)) storage.removeItem(key);
  storage.setItem(marker, current);
}
