import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { refusalOf } from '../api/refusal';
import { useRequestId } from '../api/request_id';
import { showToast } from '../components/toasts';
import type { Approval } from '../gen/voronka/crm/v1/approval_pb';
import { useTranslation } from '../i18n/translation';
import { withdraw } from './approval_query';

// For whoever waits for the answer.
export function WithdrawButton({ approval }: { approval: Approval }) {
  const { t } = useTranslation();
  const requestId = useRequestId();
  const withdrawing = useMutation({
    mutationFn: () => withdraw(requestId(['withdraw', approval.id]), approval),
    onError: (error) => showToast(refusalOf(error).message),
  });
  return (
    <Button size="xs" variant="default" loading={withdrawing.isPending} onClick={() => withdrawing.mutate()}>
      {t('approvals.withdraw')}
    </Button>
  );
}
