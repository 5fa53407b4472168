import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, expect, test } from 'vitest';
import { amend, onceRead, reread } from './reread';

const key = ['list'];
const stops: (() => void)[] = [];
afterEach(() => stops.splice(0).forEach((stop) => stop()));

// A list on the screen whose reads are answered by hand.
function shownList() {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity, networkMode: 'always' } } });
  const answers: ((answer: string) => void)[] = [];
  const queryFn = () => new Promise<string>((resolve) => answers.push(resolve));
  stops.push(
    new QueryObserver(client, { queryKey: key, queryFn }).subscribe(() => undefined),
    () => client.clear(),
  );
  return { client, answers, shown: () => client.getQueryData<string>(key) };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

test('a list that changes during its first read is read once more', async () => {
  const { client, answers, shown } = shownList();
  reread(client, key);
  reread(client, key);
  answers[0]?.('old');
  await settled();
  expect(answers).toHaveLength(2);
  answers[1]?.('new');
  await settled();
  expect(shown()).toBe('new');
  expect(answers).toHaveLength(2);
});

test('a change is not undone by a read that began before it', async () => {
  const { client, answers, shown } = shownList();
  answers[0]?.('first');
  await settled();
  reread(client, key);
  amend<string>(client, key, (known) => `${known}, changed`);
  expect(shown()).toBe('first, changed');
  answers[1]?.('first');
  await settled();
  answers[2]?.('read after the change');
  await settled();
  expect(shown()).toBe('read after the change');
});

test('what cannot be changed yet is read afterwards', async () => {
  const { client, answers } = shownList();
  amend<string>(client, key, () => 'changed');
  answers[0]?.('old');
  await settled();
  expect(answers).toHaveLength(2);
});

test('what comes along with a list is looked after once the list is there', async () => {
  const { client, answers } = shownList();
  let told = 0;
  onceRead(client, key, () => told++);
  await settled();
  expect(told).toBe(0);
  answers[0]?.('old');
  await settled();
  expect(told).toBe(1);
  onceRead(client, key, () => told++);
  await settled();
  expect(told).toBe(1);
});
