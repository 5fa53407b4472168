// Passes each message to all current subscribers. Later subscribers do not get earlier messages.
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
