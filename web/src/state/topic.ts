// Tells every subscriber; whoever subscribes later hears only what comes later.
export class Topic<T> {
  private readonly listeners = new Set<(message: T) => void>();

  subscribe(listener: (message: T) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  publish(message: T): void {
    [...this.listeners].forEach((listener) => listener(message));
  }
}
