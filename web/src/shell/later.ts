import { useEffect, useState } from 'react';

const soonMs = 700;

// Whether the first screen has had its time: what is not seen on it waits until then.
export function useLater(): boolean {
  const [later, setLater] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLater(true), soonMs);
    return () => clearTimeout(timer);
  }, []);
  return later;
}
