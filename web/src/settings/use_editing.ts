import { useMutation } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { refusalOf, type Refusal } from '../api/refusal';
import { useRequestId } from '../api/request_id';
import { useDraft } from '../session/draft';
import { withoutProblems, type Placed, type Problems } from './problems';

// What somebody has before their eyes, and what they started from. It can be kept as JSON.
interface Work {
  // Of what they started from.
  etag: string;
  typed: unknown;
}

interface Editing<W extends Work, Saved> {
  // Under which the work is kept in this browser until it is saved, so that it survives the page.
  name: string;
  // As it is by now, for all this browser knows.
  saved: Saved;
  etag: bigint;
  // The same function as long as it begins with the same.
  begin: (saved: Saved) => W;
  isChanged: (work: W) => boolean;
  // Work that was begun on another version, on the one that is saved now.
  rebased: (work: W, saved: Saved) => W;
  // What the service need not be asked about.
  ownProblems: (work: W) => Problems;
  send: (work: W, requestId: string) => Promise<NonNullable<Saved>>;
  done: (saved: NonNullable<Saved>) => void;
  // Reads again what is saved.
  reread: () => void;
  placed: (refusal: Refusal, work: W) => Placed;
  // That somebody else was faster, beside STALE_ETAG.
  isOvertaken?: (refusal: Refusal) => boolean;
  // Says that the places say what is wrong.
  check: string;
}

interface Failure {
  problems: Problems;
  // What no place says. Empty: all is said there.
  message: string;
  // Grows with each attempt that has failed.
  attempt: number;
}

const noFailure: Failure = { problems: {}, message: '', attempt: 0 };

function useKeptWork<W extends Work, Saved>({ name, saved, begin, isChanged }: Editing<W, Saved>) {
  const [kept, keep, restored] = useDraft(name);
  const work = useMemo(() => (kept ? (JSON.parse(kept) as W) : begin(saved)), [kept, saved, begin]);
  const put = (changed: W) => keep(isChanged(changed) ? JSON.stringify(changed) : '');
  return { work, put, forget: () => keep(''), restored };
}

const isEmpty = (problems: Problems): boolean => Object.keys(problems).length === 0;

// What somebody does to settings, until they are saved as a whole.
export function useEditing<W extends Work, Saved>(editing: Editing<W, Saved>) {
  const { saved, etag, check, isOvertaken } = editing;
  const requestId = useRequestId();
  const { work, put, forget, restored } = useKeptWork(editing);
  const [failure, setFailure] = useState(noFailure);
  const [isLate, setLate] = useState(false);

  const fail = (failed: Omit<Failure, 'attempt'>) => setFailure(({ attempt }) => ({ ...failed, attempt: attempt + 1 }));
  const startAnew = () => {
    setFailure(noFailure);
    setLate(false);
  };
  const save = useMutation({
    mutationFn: (sent: W) => editing.send(sent, requestId([sent.etag, sent.typed])),
    onSuccess: (answer) => {
      editing.done(answer);
      forget();
      setFailure(noFailure);
    },
    onError: (error, sent) => {
      const refusal = refusalOf(error);
      if (refusal.reason === 'STALE_ETAG' || isOvertaken?.(refusal)) {
        setLate(true);
        editing.reread();
        return;
      }
      const { problems, elsewhere } = editing.placed(refusal, sent);
      fail({ problems, message: isEmpty(problems) ? refusal.message : [check, ...elsewhere].join(' ') });
    },
  });
  const submit = () => {
    const problems = editing.ownProblems(work);
    if (isEmpty(problems)) save.mutate(work);
    else fail({ problems, message: check });
  };
  // `place`: where it was changed, so that what was wrong there is not said any more.
  const change = (typed: W['typed'], place?: string) => {
    put({ ...work, typed });
    if (place) setFailure((failed) => ({ ...failed, problems: withoutProblems(failed.problems, place) }));
  };
  const isChanged = editing.isChanged(work);
  return {
    ...{ work, change, isChanged, restored, submit },
    // Somebody else has saved another version since.
    isStale: isChanged && (isLate || etag > BigInt(work.etag)),
    // Theirs becomes what this work goes on from, once it is here.
    reload: () => {
      startAnew();
      // What was made anew in the meantime counts from 1 again.
      if (etag !== BigInt(work.etag)) put(editing.rebased(work, saved));
    },
    discard: () => {
      startAnew();
      forget();
    },
    isSaving: save.isPending,
    ...failure,
  };
}
