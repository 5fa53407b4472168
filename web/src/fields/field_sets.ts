import { useQuery, type QueryClient } from '@tanstack/react-query';
import { queryClient } from '../api/query_client';
import { fieldSets } from '../api/later_clients';
import { FieldSetSchema, type Entity, type Field, type FieldSet } from '../gen/voronka/crm/v1/field_set_pb';
import { resourcesOf, showChangesOf } from '../live/changes';
import { streamReady } from '../live/readiness';
import { amend } from '../live/reread';
import { changeTopic } from '../live/topics';

export const fieldSetsKey = ['field-sets'];

const fieldSetsQuery = {
  queryKey: fieldSetsKey,
  queryFn: async () => {
    await streamReady();
    return (await fieldSets.listFieldSets({})).fieldSets;
  },
};

// Before anybody opens a deal, so that it shows them at once.
export function askForFieldSets(): void {
  void queryClient.query(fieldSetsQuery).catch(() => undefined);
}

// What is asked about deals, contacts and companies: a set each, read once and kept up to date.
export function useFieldSets() {
  return useQuery(fieldSetsQuery);
}

// Undefined until it is loaded.
export function useFieldSet(entity: Entity): FieldSet | undefined {
  return useFieldSets().data?.find((set) => set.entity === entity);
}

// For whatever does not wait until it is loaded.
export function knownField(entity: Entity, key: string): Field | undefined {
  const sets = queryClient.getQueryData<FieldSet[]>(fieldSetsKey);
  return sets?.find((set) => set.entity === entity)?.fields.find((field) => field.key === key);
}

// A change, or the answer to one's own. The newer version wins.
export function putFieldSet(client: QueryClient, changed: FieldSet): void {
  const newer = (known: FieldSet) => (known.entity === changed.entity && known.etag < changed.etag ? changed : known);
  amend<FieldSet[]>(client, fieldSetsKey, (known) => known.map(newer));
}

// Only what is known already is changed, so that this may go on when nobody is logged in.
showChangesOf(FieldSetSchema);
changeTopic.subscribe((changes) => {
  for (const set of resourcesOf(changes, FieldSetSchema)) putFieldSet(queryClient, set);
});
