import { useEffect } from 'react';
import { useSearch } from 'wouter';
import { taskIn } from '../navigation/asked';

// The task that the address names: somebody came for exactly this one. It is brought into view once it is there.
export function useAskedTask(isThere: boolean): bigint | undefined {
  const asked = taskIn(useSearch(), 'task');
  useEffect(() => {
    if (asked === undefined || !isThere) return;
    document.querySelector(`[data-task="${asked}"]`)?.scrollIntoView({ block: 'center' });
  }, [asked, isThere]);
  return asked;
}
