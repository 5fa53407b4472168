import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { ResourceChange_Kind } from '../gen/voronka/crm/v1/resource_change_pb';
import type { LiveChange } from '../live/changes';
import { streamReady } from '../live/readiness';
import { changeTopic, relistTopic } from '../live/topics';
import type { Row } from './columns';
import { filterKey } from './count_query';
import { RowPages } from './row_pages';
import type { Asked, Subject } from './subject';

const pageSize = 100;

const areNew = (changes: LiveChange[]): LiveChange[] =>
  changes.filter(({ kind }) => kind === ResourceChange_Kind.CREATED);

// Keeps the rows as others change them. What is new would have a place among them, and what has left, as a deal into
// another pipeline, would have none: the list says so, and is read again when the user asks for it. Returns a function
// that stops it.
export function follow<T extends Row>(
  pages: RowPages<T>,
  subject: Subject<T>,
  mayBeIn: (row: T) => boolean,
): () => void {
  const stops = [
    changeTopic.subscribe((changes) => {
      const changed = subject.changed(changes);
      changed.forEach((row) => pages.put(row));
      pages.drop(subject.gone(changes));
      const hasCome = subject.changed(areNew(changes)).some((row) => mayBeIn(row) && !pages.has(row.id));
      const hasLeft = changed.some((row) => !mayBeIn(row) && pages.has(row.id));
      if (hasCome || hasLeft) pages.hint();
    }),
    relistTopic.subscribe((what) => {
      if (what === 'changes') pages.relist();
    }),
  ];
  return () => stops.forEach((stop) => stop());
}

// The rows that suit what is asked, loaded as they are looked at. `mayBeIn`: whether a record could be among them; the
// same function as long as the list is the same.
export function useRows<T extends Row>(
  subject: Subject<T>,
  asked: Asked,
  mayBeIn: (row: T) => boolean,
  // Whether it is known what to ask.
  isReady: boolean,
) {
  const [round, setRound] = useState(0);
  const { orderBy, words } = asked;
  const key = filterKey(asked.filter);
  const pages = useMemo(
    () =>
      new RowPages<T>(async (pageToken, signal) => {
        if (!pageToken) await streamReady();
        return subject.read(asked, { pageSize, pageToken }, signal);
      }),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- equal filters are one, whichever object they are in
    [subject, key, orderBy, words, round],
  );
  useSyncExternalStore(pages.subscribe, pages.getVersion);
  useEffect(() => {
    if (!isReady) return undefined;
    pages.open();
    const stop = follow(pages, subject, mayBeIn);
    return () => {
      stop();
      pages.close();
    };
  }, [pages, subject, mayBeIn, isReady]);
  return { pages, refresh: () => setRound(round + 1) };
}
