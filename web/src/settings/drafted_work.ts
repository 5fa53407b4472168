import { useQueryClient, type QueryClient, type QueryKey } from '@tanstack/react-query';
import type { Refusal } from '../api/refusal';
import { showToast } from '../components/toasts';
import { useTranslation } from '../i18n/translation';
import { reread } from '../live/reread';
import type { Placed, Problems } from './problems';
import { useEditing } from './use_editing';
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

// What an admin does to something that exists, until it is saved as a whole.
export function useDraftedWork<Saved extends { etag: bigint }, Work extends AnyWork>(
  saved: Saved,
  subject: Subject<Saved, Work>,
) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { words, draft, queryKey, workOn, placed, put } = subject;
  const { isChanged, rebased, ownProblems, send } = subject;
  return useEditing<Work, Saved>({
    ...{ name: draft, saved, etag: saved.etag, begin: workOn },
    ...{ isChanged, rebased, ownProblems, send },
    done: (answer) => {
      put(client, answer);
      showToast(t(`${words}.saved`), 'good');
    },
    reread: () => reread(client, queryKey),
    placed: (refusal, { typed }) => placed(refusal, typed),
    check: t(`${words}.check`),
  });
}
