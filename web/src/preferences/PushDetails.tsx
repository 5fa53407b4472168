import { Checkbox } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { accounts } from '../api/clients';
import { refusalOf } from '../api/refusal';
import { Problem } from '../components/Problem';
import type { Account } from '../gen/voronka/crm/v1/account_pb';
import { useTranslation } from '../i18n/translation';
import { accountKey, useAccount } from '../people/account';

// For the whole company: whether what is pushed may name clients and deals.
export function PushDetails() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const account = useAccount();
  const save = useMutation({
    mutationFn: ({ pushDetails, etag }: Pick<Account, 'pushDetails' | 'etag'>) =>
      accounts.updateAccount({
        requestId: crypto.randomUUID(),
        account: { pushDetails },
        updateMask: { paths: ['push_details'] },
        etag,
      }),
    onSuccess: (changed) => client.setQueryData(accountKey, changed),
    onError: () => client.invalidateQueries({ queryKey: accountKey }),
  });
  if (!account) return null;
  const { etag } = account;
  const refusal = save.error && refusalOf(save.error);
  const problem = refusal?.reason === 'STALE_ETAG' ? t('preferences.changedMeanwhile') : refusal?.message;
  return (
    <>
      <Checkbox
        label={t('preferences.details.label')}
        description={t('preferences.details.effect')}
        checked={save.isPending ? save.variables.pushDetails : account.pushDetails}
        disabled={save.isPending}
        onChange={(event) => save.mutate({ pushDetails: event.currentTarget.checked, etag })}
      />
      <Problem>{problem}</Problem>
    </>
  );
}
