import { useEffect, useState } from 'react';
import { serverClock, serverNow } from '../clock/server_clock';

// The current time by the server's clock, updated every `everyMs` while the component is mounted, and as soon as more is
// known of that clock.
export function useNow(everyMs: number): Date {
  const [now, setNow] = useState(() => new Date(serverNow()));
  useEffect(() => {
    const update = () => setNow(new Date(serverNow()));
    const timer = setInterval(update, everyMs);
    const stopListening = serverClock.offset.subscribe(update);
    return () => {
      clearInterval(timer);
      stopListening();
    };
  }, [everyMs]);
  return now;
}
