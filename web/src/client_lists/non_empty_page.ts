import type { Client } from '../clients/client_kinds';

export interface ClientPage {
  clients: Client[];
  nextPageToken: string;
}

// The page with this token, or the next one that has clients: a page may be empty and not the last.
export async function nonEmptyPage(
  read: (pageToken: string) => Promise<ClientPage>,
  pageToken: string,
): Promise<ClientPage> {
  let page = await read(pageToken);
  while (!page.clients.length && page.nextPageToken) page = await read(page.nextPageToken);
  return page;
}
