import { useMutation, useQueryClient } from '@tanstack/react-query';
import { heldForms } from '../api/clients';
import { refusalOf } from '../api/refusal';
import { useRequestId } from '../api/request_id';
import { showToast } from '../components/toasts';
import type { HeldForm } from '../gen/voronka/crm/v1/held_form_pb';
import { useTranslation } from '../i18n/translation';
import { heldFormsKey } from './waiting';

export type Judgement = 'client' | 'spam';

// Carries out the user's decision on a held form: release it as an inquiry, or discard it.
export function useJudgement({ id }: HeldForm) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const requestId = useRequestId();
  return useMutation({
    mutationFn: (judgement: Judgement) => {
      const request = { requestId: requestId(judgement), heldFormId: id };
      return judgement === 'client' ? heldForms.releaseHeldForm(request) : heldForms.discardHeldForm(request);
    },
    onSuccess: ({ dealId }) => {
      showToast(dealId ? t('heldForms.released', { id: dealId }) : t('heldForms.discarded'), 'good');
    },
    onError: (error) => showToast(refusalOf(error).message),
    onSettled: () => client.invalidateQueries({ queryKey: heldFormsKey }),
  });
}
