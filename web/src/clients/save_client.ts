import { contacts } from '../api/clients';
import { refusalOf } from '../api/refusal';
import type { Contact } from '../gen/voronka/crm/v1/contact_pb';
import { changesTo, disputed, partOf, valuesOf, type ClientEdit, type ClientPart } from './client_edit';
import { contactKind, type Client, type ClientKind } from './client_kinds';
import { putClient } from './client_query';

// Writes what the edit changes in the client, if anything.
async function write<T extends Client>(kind: ClientKind<T>, requestId: string, client: T, edit: ClientEdit) {
  const { fields } = kind;
  const changes = changesTo(fields, valuesOf(fields, client), edit);
  const paths = Object.keys(changes);
  if (paths.length === 0) return;
  const change = { requestId, part: partOf(fields, changes), updateMask: { paths }, etag: client.etag };
  putClient(kind, await kind.update(client.id, change));
}

// `client`: as the page knows it. What somebody else has changed meanwhile stays. Refused if both have changed the same
// field.
export async function saveClient<T extends Client>(
  kind: ClientKind<T>,
  requestId: string,
  client: T,
  edit: ClientEdit,
): Promise<void> {
  try {
    await write(kind, requestId, client, edit);
  } catch (error) {
    if (refusalOf(error).reason !== 'STALE_ETAG') throw error;
    const present = await kind.get(client.id);
    putClient(kind, present);
    if (disputed(kind.fields, edit, valuesOf(kind.fields, present)).length) throw error;
    await write(kind, `${requestId}.${present.etag}`, present, edit);
  }
}

// Whether the client is known under this very name, so that there is nothing to ask.
function isSameName(typed: string, known: string): boolean {
  const plain = (name: string) => name.trim().normalize('NFC').toLocaleLowerCase().replace(/\s+/g, ' ');
  return plain(typed) === plain(known);
}

// The contact to whom a phone or an email belongs already, which is why no other can be made.
async function knownTo(error: unknown): Promise<Contact> {
  const { reason, metadata } = refusalOf(error);
  if (reason !== 'CONTACT_EXISTS' || !metadata.contact_id) throw error;
  return contacts.getContact({ contactId: BigInt(metadata.contact_id) });
}

// Makes the contact, or takes the one who is known by the phone or the email under this name. `known`: under another
// name, so that the user decides.
export async function madeContact(requestId: string, part: ClientPart): Promise<{ id: bigint } | { known: Contact }> {
  try {
    return { id: (await contactKind.add(requestId, part)).id };
  } catch (error) {
    const known = await knownTo(error);
    return isSameName(String(part.name), known.name) ? { id: known.id } : { known };
  }
}
