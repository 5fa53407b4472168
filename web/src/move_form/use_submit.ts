import { useRef, type RefObject, type SubmitEvent } from 'react';

// Sends a form. If something holds it up, the first thing that is wrong gets the focus: the user goes on there.
export function useSubmit(send: () => Promise<boolean>): {
  element: RefObject<HTMLFormElement | null>;
  submit: (event: SubmitEvent) => Promise<void>;
} {
  const element = useRef<HTMLFormElement>(null);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const isHeldUp = await send();
    if (isHeldUp) element.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  };
  return { element, submit };
}
