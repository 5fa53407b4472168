import { expect, test } from 'vitest';
import { adoptDraft, draftIn, keepDraft } from './draft_store';
import { memoryStorage } from './memory_storage';

const login = 'anna@one';
const nobody = new Set<string>();

test('a tab that sends its text does not remove that of another', () => {
  const storage = memoryStorage();
  keepDraft(storage, login, 'note-7', 'one', 'коротко', 1);
  keepDraft(storage, login, 'note-7', 'two', 'Длинный итог встречи', 2);
  keepDraft(storage, login, 'note-7', 'one', '', 3);
  expect(draftIn(storage, login, 'note-7', 'one')).toBe('');
  expect(draftIn(storage, login, 'note-7', 'two')).toBe('Длинный итог встречи');
});

test('the text of an open tab is not taken over, that of a closed one is, once', () => {
  const storage = memoryStorage();
  keepDraft(storage, login, 'note-7', 'two', 'Итог встречи', 1);
  expect(adoptDraft(storage, login, 'note-7', 'one', new Set(['one', 'two']))).toBe(false);
  expect(adoptDraft(storage, login, 'note-7', 'one', new Set(['one', 'three']))).toBe(true);
  expect(draftIn(storage, login, 'note-7', 'one')).toBe('Итог встречи');
  expect(adoptDraft(storage, login, 'note-7', 'three', new Set(['one', 'three']))).toBe(false);
});

test('of several texts that were left, the latest is taken over, and the others wait', () => {
  const storage = memoryStorage();
  keepDraft(storage, login, 'note-7', 'two', 'раньше', 1);
  keepDraft(storage, login, 'note-7', 'three', 'позже', 2);
  expect(adoptDraft(storage, login, 'note-7', 'one', nobody)).toBe(true);
  expect(draftIn(storage, login, 'note-7', 'one')).toBe('позже');
  expect(adoptDraft(storage, login, 'note-7', 'one', nobody)).toBe(false);
  keepDraft(storage, login, 'note-7', 'one', '', 3);
  expect(adoptDraft(storage, login, 'note-7', 'one', nobody)).toBe(true);
  expect(draftIn(storage, login, 'note-7', 'one')).toBe('раньше');
});

test('what another user or another field has is left alone', () => {
  const storage = memoryStorage();
  keepDraft(storage, login, 'note-71', 'two', 'о другой сделке', 1);
  keepDraft(storage, 'boris@one', 'note-7', 'two', 'чужое', 1);
  expect(adoptDraft(storage, login, 'note-7', 'one', nobody)).toBe(false);
});

test('a text that an earlier version kept for all tabs is taken over', () => {
  const storage = memoryStorage();
  storage.setItem('voronka-draft-anna@one-note-7', 'до обновления');
  expect(adoptDraft(storage, login, 'note-7', 'one', nobody)).toBe(true);
  expect(draftIn(storage, login, 'note-7', 'one')).toBe('до обновления');
  expect(storage.length).toBe(1);
});
