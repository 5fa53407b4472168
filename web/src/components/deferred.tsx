import { useEffect, type ComponentType, type ReactNode } from 'react';
import { Observable, useObserved } from '../state/observable';
import { Retrying } from '../state/retrying';

interface Deferred<P> {
  Component: ComponentType<P>;
  // Loads the component before it is needed.
  load: () => void;
}

// What to show instead of the component.
interface Fallbacks {
  loading?: ReactNode;
  // The network failed, or a newer version of the client no longer has the component.
  failed?: ReactNode;
}

type State<P> = { phase: 'loading' } | { phase: 'failed' } | { phase: 'loaded'; Component: ComponentType<P> };

// A part of the client that is loaded separately. Once loaded, it renders at once; React's own `lazy` would first show
// the fallback, and keep it for 300 ms.
export function deferred<P extends object>(
  from: () => Promise<ComponentType<P>>,
  fallbacks: Fallbacks = {},
): Deferred<P> {
  const state = new Observable<State<P>>({ phase: 'loading' });
  const retrying = new Retrying();
  let asked = false;

  const tryToLoad = () => {
    from().then(
      (Component) => state.set({ phase: 'loaded', Component }),
      () => {
        state.set({ phase: 'failed' });
        void retrying.pause().then(tryToLoad);
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
