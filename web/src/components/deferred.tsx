import { useEffect, type ComponentType, type ReactNode } from 'react';
import { Observable, useObserved } from '../state/observable';

interface Deferred<P> {
  Component: ComponentType<P>;
  // Loads it ahead of its use.
  load: () => void;
}

// What is shown in its place.
interface Fallbacks {
  loading?: ReactNode;
  // The network kept it back, or a newer version of the client has it no more.
  failed?: ReactNode;
}

type State<P> = { phase: 'loading' } | { phase: 'failed' } | { phase: 'loaded'; Component: ComponentType<P> };

const retryMs = 2_000;

// A part of the client that loads by itself. What is here already is drawn at once: React's own `lazy` shows the fallback
// first, and keeps it for 300 ms.
export function deferred<P extends object>(
  from: () => Promise<ComponentType<P>>,
  fallbacks: Fallbacks = {},
): Deferred<P> {
  const state = new Observable<State<P>>({ phase: 'loading' });
  let asked = false;

  const tryToLoad = () => {
    from().then(
      (Component) => state.set({ phase: 'loaded', Component }),
      () => {
        state.set({ phase: 'failed' });
        setTimeout(tryToLoad, retryMs);
      },
    );
  };
  const load = () => {
    if (!asked) tryToLoad();
    asked = true;
  };

  function Component(props: P) {
    const now = useObserved(state);
    useEffect(load, []);
    if (now.phase === 'loaded') return <now.Component {...props} />;
    return now.phase === 'failed' ? fallbacks.failed : fallbacks.loading;
  }
  return { Component, load };
}
