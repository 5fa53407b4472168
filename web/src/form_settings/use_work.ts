import { forms } from '../api/later_clients';
import type { Form } from '../gen/voronka/crm/v1/form_pb';
import { useTranslation } from '../i18n/translation';
import { useDraftedWork } from '../settings/drafted_work';
import { isChanged, workOn, type DraftForm } from './draft';
import { formsKey, putForm } from './form_query';
import { messageOf, updateMask } from './message';
import { ownProblems, placed } from './problems';
import { rebased } from './rebase';

// What an admin does to a form, until it is saved as a whole.
export function useWork(form: Form) {
  const { t } = useTranslation();
  const working = useDraftedWork(form, {
    words: 'formSettings',
    draft: `form-${form.id}`,
    queryKey: formsKey,
    ...{ workOn, isChanged, rebased, put: putForm },
    ownProblems: ({ typed }) => ownProblems(typed, t),
    send: ({ etag, typed }, requestId) =>
      forms.updateForm({ requestId, formId: form.id, form: messageOf(typed), updateMask, etag: BigInt(etag) }),
    placed: ({ violations }, sent) => placed(violations, sent),
  });
  // Changes a part of what is typed, at its place.
  const put = (part: Partial<DraftForm>, place: string) => working.change({ ...working.work.typed, ...part }, place);
  return { ...working, put };
}

export type Working = ReturnType<typeof useWork>;
