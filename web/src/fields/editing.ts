import { useRef, useState, type FocusEvent, type KeyboardEvent } from 'react';
import { onEscape } from '../components/escape';
import { isKey } from '../components/keys';

export interface Edited {
  typed: string;
  // The text that the editor was opened on.
  from: string;
}

interface EditingOptions {
  // As it is saved.
  text: string;
  edited: Edited | undefined;
  setEdited: (edited: Edited | undefined) => void;
  // Returns why the text cannot be saved; undefined when it was saved.
  save: (text: string) => Promise<string | undefined>;
  // Enter begins a new line; with Ctrl or ⌘ it saves.
  hasLines?: boolean;
}

// A text that is edited in place: Enter or leaving the field saves, Esc cancels. A text that cannot be saved stays as
// typed. What somebody has saved meanwhile is replaced only if the user says so.
export function useEditing({ text, edited, setEdited, save, hasLines }: EditingOptions) {
  const [problem, setProblem] = useState<string>();
  const [tried, setTried] = useState(false);
  // Opened here, so that the editor takes the focus, and the text afterwards if a key has closed it.
  const [opened, setOpened] = useState(false);
  const [returns, setReturns] = useState(false);
  const isChanged = edited !== undefined && edited.from !== text;
  // What is on its way. Leaving the field right after Enter does not save it again.
  const sent = useRef<{ typed: string }>(undefined);
  const latest = useRef(edited);
  latest.current = edited;

  const stop = () => {
    sent.current = undefined;
    setEdited(undefined);
    setProblem(undefined);
    setTried(false);
    setOpened(false);
  };
  const persist = async (typed: string) => {
    if (sent.current?.typed === typed) return;
    const own = { typed };
    sent.current = own;
    const found = typed === text ? undefined : await save(typed);
    // Esc has closed the editor meanwhile, which may be open anew, or something else was typed and sent.
    if (sent.current !== own) return;
    sent.current = undefined;
    if (found) setProblem(found);
    else if (latest.current?.typed === typed) stop();
    // Somebody has typed on meanwhile.
    else setTried(false);
  };
  const settle = async (now: Edited) => {
    setTried(true);
    if (now.typed === now.from) stop();
    else if (now.from === text) await persist(now.typed);
  };
  const commit = () => {
    if (edited) void settle(edited);
  };
  // For what is chosen, not typed: it is saved at once, and the focus returns.
  const choose = (typed: string) => {
    if (!edited) return;
    const chosen = { ...edited, typed };
    setReturns(true);
    setEdited(chosen);
    void settle(chosen);
  };
  const finish = () => {
    setReturns(true);
    commit();
  };
  const cancel = onEscape(() => {
    setReturns(true);
    stop();
  });
  return {
    problem: tried && isChanged ? undefined : problem,
    asks: tried && isChanged,
    opened,
    returns,
    begin: () => {
      setOpened(true);
      setEdited({ typed: text, from: text });
    },
    change: (typed: string) => edited && setEdited({ ...edited, typed }),
    choose,
    finish,
    refuse: setProblem,
    stop,
    replace: () => {
      if (!edited) return;
      setEdited({ ...edited, from: text });
      void persist(edited.typed);
    },
    onKeyDown: (event: KeyboardEvent) => {
      cancel(event);
      if (!isKey(event.nativeEvent, 'Enter') || event.target instanceof HTMLButtonElement) return;
      if (!hasLines || event.ctrlKey || event.metaKey) finish();
    },
    // The buttons of a conflict are beside the field.
    onBlur: ({ currentTarget, relatedTarget }: FocusEvent) => {
      if (currentTarget.contains(relatedTarget)) return;
      setReturns(false);
      commit();
    },
  };
}
