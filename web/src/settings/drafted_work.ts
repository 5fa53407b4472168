import { useMutation, useQueryClient, type QueryClient, type QueryKey } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { refusalOf, type Refusal } from '../api/refusal';
import { useRequestId } from '../api/request_id';
import { showToast } from '../components/toasts';
import { useTranslation } from '../i18n/translation';
import { reread } from '../live/reread';
import { useDraft } from '../session/draft';
import { withoutProblems, type Placed, type Problems } from './problems';
import type { Words } from './words';

// What an admin has before their eyes, and the version that they started from. It can be kept as JSON.
interface AnyWork {
  etag: string;
  typed: unknown;
}

// What is set up as a whole: a pipeline, a field set, a form.
interface Subject<Saved, Work extends AnyWork> {
  words: Words;
  // Under which name the work is kept in this browser.
  draft: string;
  // The list to read again when somebody else was faster.
  queryKey: QueryKey;
  workOn: (saved: Saved) => Work;
  isChanged: (work: Work) => boolean;
  // What the service need not be asked about.
  ownProblems: (work: Work) => Problems;
  send: (work: Work, requestId: string) => Promise<Saved>;
  put: (client: QueryClient, saved: Saved) => void;
  // A refusal at its places in what was sent.
  placed: (refusal: Refusal, sent: Work['typed']) => Placed;
  // The work on what somebody else has saved since.
  rebased: (work: Work, saved: Saved) => Work;
}

interface Failure {
  problems: Problems;
  // What no place says. Empty: all is said there.
  message: string;
  // Grows with each attempt that has failed.
  attempt: number;
}

const noFailure: Failure = { problems: {}, message: '', attempt: 0 };

// Kept in this browser until it is saved, so that it survives the page.
function useKeptWork<Saved, Work extends AnyWork>(saved: Saved, subject: Subject<Saved, Work>) {
  const [kept, keep, restored] = useDraft(subject.draft);
  const { workOn } = subject;
  const work = useMemo(() => (kept ? (JSON.parse(kept) as Work) : workOn(saved)), [kept, saved, workOn]);
  const put = (changed: Work) => keep(subject.isChanged(changed) ? JSON.stringify(changed) : '');
  return { work, put, forget: () => keep(''), restored };
}

// What an admin does to something, until it is saved as a whole.
export function useDraftedWork<Saved extends { etag: bigint }, Work extends AnyWork>(
  saved: Saved,
  subject: Subject<Saved, Work>,
) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const requestId = useRequestId();
  const { work, put, forget, restored } = useKeptWork(saved, subject);
  const [failure, setFailure] = useState(noFailure);
  const [isLate, setLate] = useState(false);
  const { words } = subject;
  const isChanged = subject.isChanged(work);

  const fail = (failed: Omit<Failure, 'attempt'>) => setFailure(({ attempt }) => ({ ...failed, attempt: attempt + 1 }));
  const save = useMutation({
    mutationFn: (sent: Work) => subject.send(sent, requestId([sent.etag, sent.typed])),
    onSuccess: (changed) => {
      subject.put(client, changed);
      forget();
      setFailure(noFailure);
      showToast(t(`${words}.saved`), 'good');
    },
    onError: (error, { typed }) => {
      const refusal = refusalOf(error);
      if (refusal.reason === 'STALE_ETAG') {
        setLate(true);
        reread(client, subject.queryKey);
        return;
      }
      const { problems, elsewhere } = subject.placed(refusal, typed);
      const isSaid = Object.keys(problems).length > 0;
      fail({ problems, message: isSaid ? [t(`${words}.check`), ...elsewhere].join(' ') : refusal.message });
    },
  });
  const submit = () => {
    const problems = subject.ownProblems(work);
    const isFine = Object.keys(problems).length === 0;
    if (isFine) save.mutate(work);
    else fail({ problems, message: t(`${words}.check`) });
  };
  // `place`: where it was changed, so that what was wrong there is not said any more.
  const change = (typed: Work['typed'], place?: string) => {
    put({ ...work, typed });
    if (place) setFailure((failed) => ({ ...failed, problems: withoutProblems(failed.problems, place) }));
  };
  return {
    ...{ work, change, isChanged, restored, submit },
    // Somebody else has saved another version since.
    isStale: isChanged && (isLate || saved.etag > BigInt(work.etag)),
    // Theirs becomes what this work goes on from, once it is here.
    reload: () => {
      setLate(false);
      setFailure(noFailure);
      if (saved.etag > BigInt(work.etag)) put(subject.rebased(work, saved));
    },
    discard: () => {
      setFailure(noFailure);
      setLate(false);
      forget();
    },
    isSaving: save.isPending,
    ...failure,
  };
}
