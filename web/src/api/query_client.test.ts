import { Code, ConnectError } from '@connectrpc/connect';
import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { retryNow } from './query_client';

const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

test('what nobody has answered is asked for at once, what is on its way is not', async () => {
  const client = new QueryClient({ defaultOptions: { queries: { retry: true, retryDelay: 60_000 } } });
  let isBack = false;
  const asked = { failing: 0, slow: 0 };
  const failing = () => {
    asked.failing++;
    return isBack ? Promise.resolve('answer') : Promise.reject(new ConnectError('', Code.Unavailable));
  };
  const slow = () => {
    asked.slow++;
    return new Promise<string>(() => undefined);
  };
  for (const [name, queryFn] of Object.entries({ failing, slow })) {
    new QueryObserver(client, { queryKey: [name], queryFn }).subscribe(() => undefined);
  }
  const prefetched = client.query({ queryKey: ['failing'], queryFn: failing });
  await settled();
  isBack = true;
  retryNow(client);
  await settled();
  expect(client.getQueryData(['failing'])).toBe('answer');
  expect(asked).toEqual({ failing: 2, slow: 1 });
  expect(await prefetched).toBe('answer');
  client.clear();
});
