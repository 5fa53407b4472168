import { useEffect, useRef } from 'react';

// Shows where the first thing is wrong whenever settings could not be saved: their page is long.
export function useFirstProblem(attempt: number) {
  const page = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const first = page.current?.querySelector('[aria-invalid=true], [role=alert]');
    if (attempt > 0) first?.scrollIntoView({ block: 'center' });
  }, [attempt]);
  return page;
}
