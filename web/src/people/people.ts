import type { QueryClient } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import { users } from '../api/clients';
import type { User } from '../gen/voronka/crm/v1/user_pb';
import { currentSession } from '../session/session';

export const peopleKey = ['people'];
const pageSize = 1000;

async function listPeople(): Promise<Map<bigint, User>> {
  const found = new Map<bigint, User>();
  let pageToken = '';
  do {
    const page = await users.listUsers({ pageSize, pageToken });
    page.users.forEach((user) => found.set(user.id, user));
    pageToken = page.nextPageToken;
  } while (pageToken);
  return found;
}

export const nobodyYet = new Map<bigint, User>();
export const peopleQuery = { queryKey: peopleKey, queryFn: listPeople };

// The account's people by id, loaded once, since every card shows somebody's name.
export const People = createContext(nobodyYet);

// The answer to a change, before its event arrives.
export function putPerson(client: QueryClient, changed: User): void {
  client.setQueryData<Map<bigint, User>>(peopleKey, (people) => {
    const known = people?.get(changed.id);
    if (!people || (known && known.etag > changed.etag)) return people;
    return new Map(people).set(changed.id, changed);
  });
}

export function usePeople(): Map<bigint, User> {
  return useContext(People);
}

export function useName(userId: bigint): string {
  return usePeople().get(userId)?.displayName ?? '';
}

export function currentUserId(): bigint {
  return currentSession()?.user.id ?? 0n;
}
