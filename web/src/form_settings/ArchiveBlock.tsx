import { useMutation, useQueryClient } from '@tanstack/react-query';
import { forms } from '../api/later_clients';
import { refusalOf } from '../api/refusal';
import { useRequestId } from '../api/request_id';
import { showToast } from '../components/toasts';
import type { Form } from '../gen/voronka/crm/v1/form_pb';
import { useTranslation } from '../i18n/translation';
import { reread } from '../live/reread';
import { ArchiveButton } from '../settings/ArchiveButton';
import { formsKey, putForm } from './form_query';

// Takes the form out of use, and brings it back. Not while something is typed: that was begun on the form as it was.
export function ArchiveBlock({ form, isChanged }: { form: Form; isChanged: boolean }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const requestId = useRequestId();
  const { id, name, etag } = form;
  const isArchived = form.archiveTime !== undefined;
  const act = useMutation({
    mutationFn: () => {
      const request = { requestId: requestId([isArchived, etag]), formId: id, etag };
      return isArchived ? forms.unarchiveForm(request) : forms.archiveForm(request);
    },
    onSuccess: (changed) => {
      putForm(client, changed);
      showToast(t(isArchived ? 'formSettings.unarchivedNow' : 'formSettings.archivedNow', { name }), 'good');
    },
    // Somebody else may have changed it: the next attempt is on the form as it is.
    onError: () => reread(client, formsKey),
  });
  return (
    <ArchiveButton
      words="formSettings"
      isArchived={isArchived}
      obstacle={isChanged && t('formSettings.saveFirst')}
      act={() => act.mutate()}
      isPending={act.isPending}
      problem={act.error && refusalOf(act.error).message}
    />
  );
}
