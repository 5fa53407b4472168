import { useCallback, useRef } from 'react';

// One id per intent. It stays the same as long as the request does, so that pressing a button again after a lost answer
// does not repeat the action.
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
