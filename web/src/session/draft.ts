import { useCallback, useEffect, useState } from 'react';
import { Topic } from '../state/topic';
import { adoptDraft, draftIn, keepDraft } from './draft_store';
import { currentLogin } from './session';
import { openTabs, ownTab } from './tab';

interface Draft {
  text: string;
  // It was typed before the field appeared, maybe in a tab that has been closed since.
  restored: boolean;
}

const changed = new Topic<{ name: string; restored: boolean }>();

const read = (name: string): string => draftIn(localStorage, currentLogin(), name, ownTab());

function write(name: string, text: string): void {
  keepDraft(localStorage, currentLogin(), name, ownTab(), text, Date.now());
}

// One tab at a time, so that a text is not taken over twice. Tells before the lock is given back: what is typed after
// that is added to the text.
async function adopt(name: string): Promise<void> {
  await navigator.locks.request('voronka-drafts', async () => {
    const open = await openTabs();
    if (adoptDraft(localStorage, currentLogin(), name, ownTab(), open)) changed.publish({ name, restored: true });
  });
}

// A text that is typed and not sent yet. It is kept in this browser, for this tab as long as it is open, and survives
// the page. The last value: whether it was typed before, which the user is told.
export function useDraft(name: string): [string, (text: string) => void, boolean] {
  const [draft, setDraft] = useState<Draft>(() => ({ text: read(name), restored: read(name) !== '' }));
  useEffect(() => {
    const end = changed.subscribe((other) => {
      if (other.name === name) setDraft({ text: read(name), restored: other.restored });
    });
    void adopt(name);
    return end;
  }, [name]);
  const change = useCallback(
    (text: string) => {
      setDraft(({ restored }) => ({ text, restored: restored && text !== '' }));
      write(name, text);
    },
    [name],
  );
  return [draft.text, change, draft.restored];
}

// Gives back a text that could not be sent, before what has been typed since, unless it is still there.
export function returnToDraft(name: string, text: string): void {
  const typed = read(name);
  if (typed !== text) write(name, [text, typed].filter(Boolean).join('\n'));
  changed.publish({ name, restored: false });
}
