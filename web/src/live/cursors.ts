// The position up to which this browser's tabs have received a stream, so that the next leader continues from there. An
// old position is useless: a page lists what it shows when it opens.
const usefulMs = 120_000;

interface Position {
  cursor: string;
  // Milliseconds since 1970.
  time: number;
}

export class Cursor {
  private position: Position | undefined;

  constructor(private readonly storageKey: string) {}

  get(): string {
    this.position ??= this.stored();
    return this.position?.cursor ?? '';
  }

  set(cursor: string): void {
    this.position = { cursor, time: Date.now() };
    localStorage.setItem(this.storageKey, JSON.stringify(this.position));
  }

  private stored(): Position | undefined {
    const position = JSON.parse(localStorage.getItem(this.storageKey) ?? 'null') as Position | null;
    return position && Date.now() - position.time < usefulMs ? position : undefined;
  }
}
