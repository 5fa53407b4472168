import { create } from '@bufbuild/protobuf';
import { expect, test } from 'vitest';
import { ContactSchema } from '../gen/voronka/crm/v1/contact_pb';
import { nonEmptyPage, type ClientPage } from './non_empty_page';

const petr = create(ContactSchema, { id: 7n });

const pages: Record<string, ClientPage> = {
  '': { clients: [], nextPageToken: 'second' },
  second: { clients: [], nextPageToken: 'third' },
  third: { clients: [petr], nextPageToken: 'fourth' },
  fourth: { clients: [], nextPageToken: '' },
};
const read = (pageToken: string) => Promise.resolve(pages[pageToken]!);

test('an empty page is followed to the next one that has clients', async () => {
  expect(await nonEmptyPage(read, '')).toEqual({ clients: [petr], nextPageToken: 'fourth' });
});

test('the end of a list may be empty', async () => {
  expect(await nonEmptyPage(read, 'fourth')).toEqual({ clients: [], nextPageToken: '' });
});
