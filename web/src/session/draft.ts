import { useCallback, useState } from 'react';
import { currentLogin } from './session';

const keyOf = (name: string) => `voronka-draft-${currentLogin()}-${name}`;

// What is typed and not sent yet: kept in this browser, whatever becomes of the page.
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
