import { Code, ConnectError } from '@connectrpc/connect';
import { expect, test, vi } from 'vitest';
import { RowPages, type ReadPage } from './row_pages';

interface Record {
  id: bigint;
  etag: bigint;
}

const record = (id: number, etag = 1): Record => ({ id: BigInt(id), etag: BigInt(etag) });
const numbers = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => from + at);

// A service whose pages begin at the number that is their token.
function service(records: Record[], pageSize: number) {
  return (token: string): Promise<ReadPage<Record>> => {
    const from = Number(token);
    const rows = records.slice(from, from + pageSize);
    return Promise.resolve({ rows, nextPageToken: from + pageSize < records.length ? String(from + pageSize) : '' });
  };
}

const idsOf = (pages: RowPages<Record>) => numbers(0, pages.count).map((at) => Number(pages.row(at)?.id ?? 0));
const settled = () => new Promise((resolve) => setTimeout(resolve));

async function opened(read: ConstructorParameters<typeof RowPages<Record>>[0], last = 0) {
  const pages = new RowPages<Record>(read);
  pages.want(0, last);
  expect(pages.count).toBe(0);
  pages.open();
  await settled();
  return pages;
}

test('pages are read as they are needed', async () => {
  const read = vi.fn(
    service(
      numbers(1, 501).map((id) => record(id)),
      100,
    ),
  );
  const pages = await opened(read);
  expect(pages.count).toBe(100);
  expect(pages.isWhole).toBe(false);
  pages.want(70, 99);
  await settled();
  expect(pages.count).toBe(200);
  pages.want(470, 499);
  await settled();
  expect(pages.count).toBe(500);
  expect(pages.isWhole).toBe(true);
  expect(read).toHaveBeenCalledTimes(5);
  expect(idsOf(pages)).toEqual(numbers(1, 501));
});

test('short and empty pages are gone through until there is something, or nothing more', async () => {
  const answers: Partial<globalThis.Record<string, ReadPage<Record>>> = {
    '': { rows: [], nextPageToken: 'a' },
    a: { rows: [record(1)], nextPageToken: 'b' },
    b: { rows: [], nextPageToken: 'c' },
    c: { rows: [record(2)], nextPageToken: 'd' },
    d: { rows: [], nextPageToken: '' },
  };
  const pages = await opened((token) => Promise.resolve(answers[token] ?? { rows: [], nextPageToken: '' }));
  expect(idsOf(pages)).toEqual([1, 2]);
  expect(pages.isWhole).toBe(true);
});

test('a record that has moved to a later page meanwhile is shown once', async () => {
  const answers = [
    { rows: [record(1), record(2)], nextPageToken: '2' },
    { rows: [record(2), record(3)], nextPageToken: '' },
  ];
  const pages = await opened(() => Promise.resolve(answers.shift() ?? { rows: [], nextPageToken: '' }));
  expect(idsOf(pages)).toEqual([1, 2, 3]);
});

test('rows far from what is looked at are let go, and read again when somebody comes back', async () => {
  const read = vi.fn(
    service(
      numbers(1, 401).map((id) => record(id)),
      10,
    ),
  );
  const pages = await opened(read);
  for (const last of [100, 200, 300, 399]) {
    pages.want(last - 5, last);
    await settled();
  }
  expect(pages.count).toBe(400);
  expect(numbers(0, 400).filter((at) => pages.row(at)).length).toBeLessThanOrEqual(24 * 10);
  expect(pages.row(0)).toBeUndefined();
  const calls = read.mock.calls.length;
  pages.want(0, 5);
  await settled();
  expect(pages.row(0)).toEqual(record(1));
  expect(read.mock.calls.length).toBe(calls + 1);
  expect(pages.hasNews).toBe(false);
});

test('what comes back later has its place, without what has gone meanwhile', async () => {
  const records = numbers(1, 11).map((id) => record(id));
  const pages = await opened(service(records, 10), 9);
  records.splice(3, 1, record(77));
  records[4] = record(5, 2);
  pages.relist();
  await settled();
  expect(idsOf(pages)).toEqual([1, 2, 3, 5, 6, 7, 8, 9, 10]);
  expect(pages.row(3)).toEqual(record(5, 2));
  expect(pages.hasNews).toBe(true);
});

test('a later version takes the place of a row, an earlier one does not', async () => {
  const pages = await opened(service([record(1, 3), record(2)], 10));
  expect(pages.put(record(1, 4))).toBe(true);
  expect(pages.row(0)).toEqual(record(1, 4));
  expect(pages.put(record(1, 2))).toBe(true);
  expect(pages.row(0)).toEqual(record(1, 4));
  expect(pages.put(record(9, 1))).toBe(false);
});

test('what has gone leaves no gap', async () => {
  const pages = await opened(
    service(
      numbers(1, 21).map((id) => record(id)),
      10,
    ),
    19,
  );
  pages.drop([2n, 15n, 99n]);
  expect(idsOf(pages)).toEqual(numbers(1, 21).filter((id) => id !== 2 && id !== 15));
  expect(pages.put(record(2, 9))).toBe(false);
});

test('what has gone is replaced by what comes after it', async () => {
  const read = service(
    numbers(1, 201).map((id) => record(id)),
    10,
  );
  const pages = await opened(read);
  pages.drop(numbers(1, 66).map(BigInt));
  expect(pages.count).toBe(5);
  await settled();
  expect(idsOf(pages)).toEqual(numbers(66, 131));
});

test('while a row is edited, no other takes its place', async () => {
  const records = numbers(1, 6).map((id) => record(id));
  const pages = await opened(service(records, 10));
  pages.hold(true);
  pages.drop([2n]);
  records.splice(3, 1);
  pages.relist();
  await settled();
  expect(idsOf(pages)).toEqual([1, 2, 3, 4, 5]);
  pages.hold(false);
  expect(idsOf(pages)).toEqual([1, 3, 5]);
});

test('what has come meanwhile pushes no row out of the list', async () => {
  const records = numbers(1, 21).map((id) => record(id));
  const pages = await opened(service(records, 10), 19);
  records.unshift(record(77));
  pages.relist();
  await settled();
  expect(idsOf(pages)).toEqual(numbers(1, 21));
  expect(pages.hasNews).toBe(true);
});

test('a refusal is told and asked again only by the user', async () => {
  const refusals = [new ConnectError('no', Code.InvalidArgument)];
  const read = vi.fn((token: string) => {
    const refusal = refusals.pop();
    return refusal ? Promise.reject(refusal) : service([record(1)], 10)(token);
  });
  const pages = await opened(read);
  expect(pages.failure).toBeInstanceOf(ConnectError);
  pages.want(0, 10);
  await settled();
  expect(read).toHaveBeenCalledTimes(1);
  pages.retry();
  await settled();
  expect(pages.failure).toBeUndefined();
  expect(idsOf(pages)).toEqual([1]);
});

test('what is answered after it was closed is dropped', async () => {
  const answers: ((page: ReadPage<Record>) => void)[] = [];
  const pages = await opened(() => new Promise((resolve) => answers.push(resolve)));
  pages.close();
  answers[0]?.({ rows: [record(1)], nextPageToken: '' });
  await settled();
  expect(pages.count).toBe(0);
});
