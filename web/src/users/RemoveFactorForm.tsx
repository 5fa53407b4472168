import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { users } from '../api/clients';
import { refusalOf } from '../api/refusal';
import { useRequestId } from '../api/request_id';
import { Problem } from '../components/Problem';
import type { User } from '../gen/voronka/crm/v1/user_pb';
import { useTranslation } from '../i18n/translation';
import { putPerson } from '../people/people';
import styles from '../style/form.module.css';

// For a colleague who has lost both the phone and the recovery codes.
export function RemoveFactorForm({ user, close }: { user: User; close: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const requestId = useRequestId();
  const remove = useMutation({
    mutationFn: () => users.removeTotp({ requestId: requestId(user.etag), userId: user.id }),
    onSuccess: (changed) => {
      putPerson(client, changed);
      close();
    },
  });
  return (
    <div className={styles.form}>
      <p className={styles.explanation}>{t('users.factorRemoveEffect')}</p>
      <Problem>{remove.error && refusalOf(remove.error).message}</Problem>
      <div className={styles.buttons}>
        <Button variant="default" onClick={close} data-autofocus>
          {t('actions.cancel')}
        </Button>
        <Button color="red.8" loading={remove.isPending} onClick={() => remove.mutate()}>
          {t('users.factorRemove')}
        </Button>
      </div>
    </div>
  );
}
