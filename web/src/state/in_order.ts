// Carries out what a user wants, one thing after the other, in the order in which they wanted it. Of what is wanted of
// one thing while it waits, only the last is carried out.
export class InOrder {
  private readonly wanted = new Map<string, () => Promise<void>>();
  private isBusy = false;

  // `act` does not throw.
  add(thing: string, act: () => Promise<void>): void {
    // To the end of the order.
    this.wanted.delete(thing);
    this.wanted.set(thing, act);
    if (!this.isBusy) void this.run();
  }

  // Whether something later than what is being carried out is wanted of the thing.
  waits(thing: string): boolean {
    return this.wanted.has(thing);
  }

  private async run(): Promise<void> {
    this.isBusy = true;
    for (let act = this.next(); act; act = this.next()) await act();
    this.isBusy = false;
  }

  private next(): (() => Promise<void>) | undefined {
    for (const [thing, act] of this.wanted) {
      this.wanted.delete(thing);
      return act;
    }
    return undefined;
  }
}
