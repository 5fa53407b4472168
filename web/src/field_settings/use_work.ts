import { useQueryClient } from '@tanstack/react-query';
import { fieldSets } from '../api/later_clients';
import { showToast } from '../components/toasts';
import { fieldSetsKey, putFieldSet } from '../fields/field_sets';
import { Entity, type FieldSet } from '../gen/voronka/crm/v1/field_set_pb';
import { useTranslation } from '../i18n/translation';
import { reread } from '../live/reread';
import { useEditing } from '../settings/use_editing';
import { isChanged, messageOf, takenKeys, workOn } from './draft_set';
import { ownProblems, problemsOf } from './problems';
import { rebased } from './rebase';

// What an admin does to a field set, until it is saved as a whole.
export function useWork(set: FieldSet) {
  const { t } = useTranslation();
  const client = useQueryClient();
  return useEditing({
    name: `field-set-${set.entity}`,
    saved: set,
    etag: set.etag,
    ...{ begin: workOn, isChanged, rebased },
    ownProblems: (work) => ownProblems(work.typed, (id) => takenKeys(work, id), t),
    send: ({ etag, typed }, requestId) =>
      fieldSets.updateFieldSet({ requestId, fieldSet: messageOf(set.entity, typed), etag: BigInt(etag) }),
    done: (saved) => {
      putFieldSet(client, saved);
      showToast(t('fieldSettings.saved'), 'good');
    },
    reread: () => reread(client, fieldSetsKey),
    placed: (refusal, { typed }) => ({ problems: problemsOf(refusal, typed), elsewhere: [] }),
    check: t('fieldSettings.check'),
  });
}

export type Working = ReturnType<typeof useWork>;

export const entities = [
  { entity: Entity.DEAL, name: 'fieldSettings.deal' },
  { entity: Entity.CONTACT, name: 'fieldSettings.contact' },
] as const;
