import { refusalOf } from '../api/refusal';
import { useRequestId } from '../api/request_id';
import { useReloadSessions } from '../devices/session_query';
import type { User, User_State } from '../gen/voronka/crm/v1/user_pb';
import { useTranslation } from '../i18n/translation';
import { useUserEdit } from '../people/user_edit';

// Disables a user or enables them again.
export function useStateChange(user: User, done: () => void) {
  const { t } = useTranslation();
  const requestId = useRequestId();
  const reloadSessions = useReloadSessions();
  const edit = useUserEdit(user, () => {
    reloadSessions();
    done();
  });
  const refusal = edit.error && refusalOf(edit.error);
  return {
    change: (state: User_State) =>
      edit.mutate({ requestId: requestId([state, user.etag]), user: { state }, paths: ['state'] }),
    isBusy: edit.isPending,
    problem: refusal?.reason === 'STALE_ETAG' ? t('people.changedMeanwhile') : refusal?.message,
  };
}
