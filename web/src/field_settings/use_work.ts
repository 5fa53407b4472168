import { fieldSets } from '../api/later_clients';
import { fieldSetsKey, putFieldSet } from '../fields/field_sets';
import { Entity, type FieldSet } from '../gen/voronka/crm/v1/field_set_pb';
import { useTranslation } from '../i18n/translation';
import { useDraftedWork } from '../settings/drafted_work';
import { isChanged, messageOf, takenKeys, workOn } from './draft_set';
import { ownProblems, problemsOf } from './problems';
import { rebased } from './rebase';

// What an admin does to a field set, until it is saved as a whole.
export function useWork(set: FieldSet) {
  const { t } = useTranslation();
  const { entity } = set;
  return useDraftedWork(set, {
    words: 'fieldSettings',
    draft: `field-set-${entity}`,
    queryKey: fieldSetsKey,
    ...{ workOn, isChanged, rebased, put: putFieldSet },
    ownProblems: (work) => ownProblems(work.typed, (id) => takenKeys(work, id), t),
    send: ({ etag, typed }, requestId) =>
      fieldSets.updateFieldSet({ requestId, fieldSet: messageOf(entity, typed), etag: BigInt(etag) }),
    placed: (refusal, sent) => ({ problems: problemsOf(refusal, sent), elsewhere: [] }),
  });
}

export type Working = ReturnType<typeof useWork>;

export const entities = [
  { entity: Entity.DEAL, name: 'fieldSettings.deal' },
  { entity: Entity.CONTACT, name: 'fieldSettings.contact' },
  { entity: Entity.COMPANY, name: 'fieldSettings.company' },
] as const;
