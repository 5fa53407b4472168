import { expect, test } from 'vitest';
import { memoryStorage } from './memory_storage';
import { dropOldKeys } from './old_keys';

function storageWith(keys: string[]): Storage {
  const storage = memoryStorage();
  for (const key of keys) storage.setItem(key, 'text');
  return storage;
}

const keysOf = (storage: Storage) => Array.from({ length: storage.length }, (_, at) => storage.key(at));

test('what is kept under an id, which is not unique, is dropped', () => {
  const mine = ['voronka-draft-anna@one-note-7', 'voronka-changes-1@one', 'voronka-language', 'voronka-whose'];
  const storage = storageWith(['voronka-draft-1-note-7', 'voronka-changes-1', 'voronka-inbox-12', ...mine]);
  dropOldKeys(storage);
  expect(keysOf(storage)).toEqual([...mine, 'voronka-keys']);
});

test('a login that is a number keeps what it typed since', () => {
  const storage = storageWith([]);
  dropOldKeys(storage);
  storage.setItem('voronka-draft-79161234567-note-7', 'text');
  dropOldKeys(storage);
  expect(storage.getItem('voronka-draft-79161234567-note-7')).toBe('text');
});
