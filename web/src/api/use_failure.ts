import type { UseQueryResult } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { FailureProps } from '../components/Failure';
import { useTranslation } from '../i18n/translation';
import { queryClient, retryNow } from './query_client';
import { refusalOf } from './refusal';

const patienceMs = 5_000;

// Whether it has been waited for too long, and a way to wait anew.
function useImpatience(waits: boolean): [boolean, () => void] {
  const [attempt, setAttempt] = useState(0);
  const [late, setLate] = useState<number>();
  useEffect(() => {
    if (!waits) return undefined;
    const timer = setTimeout(() => setLate(attempt), patienceMs);
    return () => clearTimeout(timer);
  }, [waits, attempt]);
  return [waits && late === attempt, () => setAttempt(attempt + 1)];
}

// What to say in place of what could not be loaded: it was refused, or nobody has answered for some seconds. In the
// latter case it goes on being asked for.
export function useFailure(query: UseQueryResult): FailureProps | undefined {
  const { t } = useTranslation();
  const [isLate, waitAnew] = useImpatience(query.isPending && query.fetchStatus !== 'idle');
  if (query.isError && query.data === undefined) {
    return { text: refusalOf(query.error).message, retry: () => void query.refetch() };
  }
  if (!isLate) return undefined;
  const retry = () => {
    waitAnew();
    retryNow(queryClient);
  };
  return { text: t('errors.noAnswer'), retry };
}
