import { expect, test } from 'vitest';
import { SearchResult_Kind as Kind } from '../gen/voronka/crm/v1/search_pb';
import { memoryStorage } from '../session/memory_storage';
import { recentOnes, rememberRecent, type Recent } from './recent';

const login = 'anna@one';
const deal = (id: number): Recent => ({
  kind: Kind.DEAL,
  id: String(id),
  name: `Окна ${id}`,
  clientName: '',
  dealId: '0',
});

test('the latest comes first, each once, and the oldest are forgotten', () => {
  const storage = memoryStorage();
  for (const id of [1, 2, 3, 4, 5, 6, 7, 8, 9, 2]) rememberRecent(deal(id), storage, login);
  expect(recentOnes(storage, login).map(({ id }) => id)).toEqual(['2', '9', '8', '7', '6', '5', '4', '3']);
});

test('a contact of the same number is another', () => {
  const storage = memoryStorage();
  rememberRecent(deal(1), storage, login);
  rememberRecent({ ...deal(1), kind: Kind.CONTACT }, storage, login);
  expect(recentOnes(storage, login)).toHaveLength(2);
});

test('nobody sees what another opened, and nonsense counts for nothing', () => {
  const storage = memoryStorage();
  rememberRecent(deal(1), storage, login);
  expect(recentOnes(storage, 'boris@one')).toEqual([]);
  storage.setItem('voronka-search-boris@one', '[{"kind":1,"id":"x","name":"","clientName":"","dealId":"0"}, 7]');
  expect(recentOnes(storage, 'boris@one')).toEqual([]);
  storage.setItem('voronka-search-boris@one', '{');
  expect(recentOnes(storage, 'boris@one')).toEqual([]);
});
