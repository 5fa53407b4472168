import { useCallback, useState } from 'react';
import { currentLogin } from './session';

const keyOf = (name: string) => `voronka-draft-${currentLogin()}-${name}`;

// A text that is typed and not sent yet. It is kept in this browser and survives the page.
export function useDraft(name: string): [string, (text: string) => void] {
  const [text, setText] = useState(() => localStorage.getItem(keyOf(name)) ?? '');
  const change = useCallback(
    (typed: string) => {
      setText(typed);
      if (typed) localStorage.setItem(keyOf(name), typed);
      else localStorage.removeItem(keyOf(name));
    },
    [name],
  );
  return [text, change];
}
