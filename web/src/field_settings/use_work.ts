import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { refusalOf } from '../api/refusal';
import { useRequestId } from '../api/request_id';
import { fieldSets } from '../api/later_clients';
import { showToast } from '../components/toasts';
import { fieldSetsKey, putFieldSet } from '../fields/field_sets';
import { Entity, type FieldSet } from '../gen/voronka/crm/v1/field_set_pb';
import { useTranslation } from '../i18n/translation';
import { reread } from '../live/reread';
import { useDraft } from '../session/draft';
import { isChanged, messageOf, takenKeys, workOn, type DraftSet, type Work } from './draft_set';
import { ownProblems, problemsOf, type Problems } from './problems';
import { rebased } from './rebase';

interface Failure {
  problems: Problems;
  // What no field says. Empty: all is said there.
  message: string;
}

const noFailure: Failure = { problems: {}, message: '' };

// Kept in this browser until it is saved, so that it survives the page.
function useKeptWork(set: FieldSet) {
  const [kept, keep, restored] = useDraft(`field-set-${set.entity}`);
  const work = useMemo(() => (kept ? (JSON.parse(kept) as Work) : workOn(set)), [kept, set]);
  const put = (changed: Work) => keep(isChanged(changed) ? JSON.stringify(changed) : '');
  return { work, put, forget: () => keep(''), restored };
}

// What an admin does to a field set, until it is saved as a whole.
export function useWork(set: FieldSet) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const requestId = useRequestId();
  const { work, put, forget, restored } = useKeptWork(set);
  const [failure, setFailure] = useState(noFailure);
  const [isLate, setLate] = useState(false);

  const save = useMutation({
    mutationFn: ({ etag, typed }: Work) =>
      fieldSets.updateFieldSet({
        requestId: requestId([etag, typed]),
        fieldSet: messageOf(set.entity, typed),
        etag: BigInt(etag),
      }),
    onSuccess: (saved) => {
      putFieldSet(client, saved);
      forget();
      setFailure(noFailure);
      showToast(t('fieldSettings.saved'), 'good');
    },
    onError: (error, { typed }) => {
      const refusal = refusalOf(error);
      if (refusal.reason === 'STALE_ETAG') {
        setLate(true);
        reread(client, fieldSetsKey);
        return;
      }
      const problems = problemsOf(refusal, typed);
      const isSaid = Object.keys(problems).length > 0;
      setFailure({ problems, message: isSaid ? t('fieldSettings.check') : refusal.message });
    },
  });
  const submit = () => {
    const problems = ownProblems(work.typed, (id) => takenKeys(work, id), t);
    const isFine = Object.keys(problems).length === 0;
    setFailure(isFine ? noFailure : { problems, message: t('fieldSettings.check') });
    if (isFine) save.mutate(work);
  };
  return {
    work,
    change: (typed: DraftSet) => put({ ...work, typed }),
    isChanged: isChanged(work),
    // Somebody else has saved another version since.
    isStale: isChanged(work) && (isLate || set.etag > BigInt(work.etag)),
    // Theirs becomes what this work goes on from, once it is here.
    reload: () => {
      setLate(false);
      setFailure(noFailure);
      if (set.etag > BigInt(work.etag)) put(rebased(work, set));
    },
    discard: () => {
      setFailure(noFailure);
      setLate(false);
      forget();
    },
    submit,
    isSaving: save.isPending,
    restored,
    ...failure,
  };
}

export type Working = ReturnType<typeof useWork>;

export const entities = [
  { entity: Entity.DEAL, name: 'fieldSettings.deal' },
  { entity: Entity.CONTACT, name: 'fieldSettings.contact' },
] as const;
