import type { Client, ClientKind } from './client_kinds';
import { ClientForm } from './ClientForm';
import { saveClient } from './save_client';

interface KnownClientFormProps<T extends Client> {
  kind: ClientKind<T>;
  client: T;
  close: () => void;
}

// A contact or a company by itself, as opposed to the client of a deal.
export function KnownClientForm<T extends Client>({ kind, client, close }: KnownClientFormProps<T>) {
  return (
    <ClientForm
      kind={kind}
      client={client}
      draft={`${kind.name}-${client.id}`}
      save={async (requestId, edit) => {
        await saveClient(kind, requestId, client, edit);
        return undefined;
      }}
      close={close}
    />
  );
}
