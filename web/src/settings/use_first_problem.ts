import { useEffect, useRef } from 'react';

// Leads to where the first thing is wrong whenever settings could not be saved: their page is long. An input takes the
// focus, so that it is mended without the mouse.
export function useFirstProblem(attempt: number) {
  const page = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (attempt === 0) return;
    const first = (wrong: string) => page.current?.querySelector<HTMLElement>(wrong);
    first('[aria-invalid=true]')?.focus({ preventScroll: true });
    first('[aria-invalid=true], [role=alert]')?.scrollIntoView({ block: 'center' });
  }, [attempt]);
  return page;
}
