import { useCallback, useRef } from 'react';

// One number an intent: the same for as long as what is asked is the same, so that pressing a button again after a lost
// answer does it once.
export function useRequestId(): (what: unknown) => string {
  const last = useRef({ asked: '', requestId: '' });
  return useCallback((what) => {
    const asked = JSON.stringify([what], (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
    if (asked !== last.current.asked || !last.current.requestId) {
      last.current = { asked, requestId: crypto.randomUUID() };
    }
    return last.current.requestId;
  }, []);
}
