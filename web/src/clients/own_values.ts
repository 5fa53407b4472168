import { useRequestId } from '../api/request_id';
import { saveValue, type Keeper, type SaveOwn } from '../fields/save_value';
import type { Client, ClientKind } from './client_kinds';
import { putClient } from './client_query';

const keeperOf = <T extends Client>(kind: ClientKind<T>, id: bigint): Keeper<T> => ({
  name: kind.name,
  read: () => kind.get(id),
  update: ({ fields, ...change }) => kind.update(id, { ...change, part: { fields } }),
  put: (client) => putClient(kind, client),
});

export function useSaveOfClient<T extends Client>(kind: ClientKind<T>, client: T): SaveOwn {
  const requestId = useRequestId();
  return (key, value) =>
    saveValue<T>(keeperOf(kind, client.id), client, {
      ...{ key, value },
      requestId: requestId([key, value?.value, client.etag]),
    });
}
