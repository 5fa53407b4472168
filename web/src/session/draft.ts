import { useCallback, useEffect, useState } from 'react';
import { Topic } from '../state/topic';
import { currentLogin } from './session';

// By login: an id is unique only in its account.
const keyOf = (name: string) => `voronka-draft-${currentLogin()}-${name}`;
const changed = new Topic<string>();

const read = (name: string): string => localStorage.getItem(keyOf(name)) ?? '';

function write(name: string, text: string): void {
  if (text) localStorage.setItem(keyOf(name), text);
  else localStorage.removeItem(keyOf(name));
}

// A text that is typed and not sent yet. It is kept in this browser and survives the page.
export function useDraft(name: string): [string, (text: string) => void] {
  const [text, setText] = useState(() => read(name));
  useEffect(
    () =>
      changed.subscribe((other) => {
        if (other === name) setText(read(name));
      }),
    [name],
  );
  const change = useCallback(
    (typed: string) => {
      setText(typed);
      write(name, typed);
    },
    [name],
  );
  return [text, change];
}

// Gives back a text that could not be sent, before what has been typed since, unless it is still there.
export function returnToDraft(name: string, text: string): void {
  const typed = read(name);
  if (typed !== text) write(name, [text, typed].filter(Boolean).join('\n'));
  changed.publish(name);
}
