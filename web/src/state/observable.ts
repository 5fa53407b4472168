import { useSyncExternalStore } from 'react';

type Listener = () => void;

// A value that notifies its subscribers when it changes.
export class Observable<T> {
  private readonly listeners = new Set<Listener>();

  constructor(private value: T) {}

  readonly get = (): T => this.value;

  readonly subscribe = (listener: Listener): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  set(value: T): void {
    if (Object.is(value, this.value)) return;
    this.value = value;
    [...this.listeners].forEach((listener) => listener());
  }
}

const resets: (() => void)[] = [];

// A value that belongs to the current user: it is reset before another one logs in.
export function userScoped<T>(first: T): Observable<T> {
  const observable = new Observable(first);
  resets.push(() => observable.set(first));
  return observable;
}

export function resetUserScoped(): void {
  resets.forEach((reset) => reset());
}

export function useObserved<T>(observable: Observable<T>): T {
  return useSyncExternalStore(observable.subscribe, observable.get);
}
