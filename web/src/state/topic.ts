// Tells everybody who listens; who comes later hears only what comes later.
export class Topic<T> {
  private readonly listeners = new Set<(told: T) => void>();

  on(listener: (told: T) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  tell(told: T): void {
    [...this.listeners].forEach((listener) => listener(told));
  }
}
