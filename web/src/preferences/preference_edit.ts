import { useMutation, useQueryClient } from '@tanstack/react-query';
import { create } from '@bufbuild/protobuf';
import { preferences } from '../api/notifier_clients';
import { refusalOf } from '../api/refusal';
import { showToast } from '../components/toasts';
import { PreferencesSchema, type Preferences } from '../gen/voronka/notifier/v1/preference_pb';
import { i18n } from '../i18n/i18n';
import { edited, type Edit } from './edited';
import { preferencesKey } from './preference_query';

function requestOf(edit: Edit, etag: bigint) {
  const isOfKind = 'kind' in edit;
  const changed = isOfKind ? { kinds: [edit.kind] } : { quietHours: edit.quietHours };
  const updateMask = { paths: [isOfKind ? 'kinds' : 'quiet_hours'] };
  return { preferences: create(PreferencesSchema, changed), updateMask, etag };
}

// Saves at once, one change after the other, each with the etag that the one before it has given. What is refused is
// shown as it was.
export function useEdit(): (edit: Edit) => void {
  const client = useQueryClient();
  const known = () => client.getQueryData<Preferences>(preferencesKey);
  const { mutate } = useMutation({
    scope: { id: 'preferences' },
    mutationFn: (edit: Edit) =>
      preferences.updatePreferences({ requestId: crypto.randomUUID(), ...requestOf(edit, known()?.etag ?? 0n) }),
    onMutate: async (edit) => {
      await client.cancelQueries({ queryKey: preferencesKey });
      const before = known();
      if (before) client.setQueryData(preferencesKey, edited(before, edit));
    },
    // Later changes may wait: only what this one has changed is taken over.
    onSuccess: ({ etag }) => {
      const before = known();
      if (before) client.setQueryData(preferencesKey, { ...before, etag });
    },
    onError: (error) => {
      const { reason, message } = refusalOf(error);
      showToast(reason === 'STALE_ETAG' ? i18n.t('preferences.changedMeanwhile') : message);
      void client.invalidateQueries({ queryKey: preferencesKey });
    },
  });
  return mutate;
}
