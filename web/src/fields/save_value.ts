import { refusalOf } from '../api/refusal';
import type { FieldValue } from '../gen/voronka/crm/v1/field_value_pb';

// Saves the value of a field, or clears it. Returns why it could not; undefined when it was saved.
export type SaveOwn = (key: string, value: FieldValue | undefined) => Promise<string | undefined>;

interface Owner {
  etag: bigint;
  fields: Record<string, FieldValue>;
}

// A value on its way into a field of a deal, a contact or a company.
export interface ValueChange {
  // The same when the same change is retried.
  requestId: string;
  key: string;
  // Undefined: the field is cleared.
  value: FieldValue | undefined;
}

// How deals, contacts, or companies are read and written.
export interface Keeper<T extends Owner> {
  // What the service calls the resource in a request.
  name: 'deal' | 'contact' | 'company';
  read: () => Promise<T>;
  update: (request: {
    requestId: string;
    fields: Record<string, FieldValue>;
    updateMask: { paths: string[] };
    etag: bigint;
  }) => Promise<T>;
  put: (resource: T) => void;
}

export function isSameValue(one: FieldValue | undefined, other: FieldValue | undefined): boolean {
  const text = (value: FieldValue | undefined) =>
    JSON.stringify(value?.value ?? null, (_key, part: unknown) => (typeof part === 'bigint' ? String(part) : part));
  return text(one) === text(other);
}

// Refused when somebody else has changed that field meanwhile.
async function update<T extends Owner>(
  keeper: Keeper<T>,
  owner: T,
  { requestId, key, value }: ValueChange,
): Promise<T> {
  const request = { fields: value ? { [key]: value } : {}, updateMask: { paths: [`fields.${key}`] } };
  try {
    return await keeper.update({ ...request, requestId, etag: owner.etag });
  } catch (error) {
    if (refusalOf(error).reason !== 'STALE_ETAG') throw error;
    const current = await keeper.read();
    keeper.put(current);
    if (!isSameValue(current.fields[key], owner.fields[key])) throw error;
    return keeper.update({ ...request, requestId: `${requestId}.${current.etag}`, etag: current.etag });
  }
}

// Returns why the value could not be saved; undefined when it was saved.
export async function saveValue<T extends Owner>(
  keeper: Keeper<T>,
  owner: T,
  change: ValueChange,
): Promise<string | undefined> {
  try {
    keeper.put(await update(keeper, owner, change));
    return undefined;
  } catch (error) {
    const { fields, message } = refusalOf(error);
    return fields[`${keeper.name}.fields["${change.key}"]`] ?? message;
  }
}
