import { isUnreachable } from '../api/refusal';
import { Retrying } from '../state/retrying';
import type { Row } from './columns';

export interface ReadPage<T> {
  rows: T[];
  // Empty: there are no more.
  nextPageToken: string;
}

export type ReadRows<T> = (pageToken: string, signal: AbortSignal) => Promise<ReadPage<T>>;

// A part of the list. Far from what is looked at, only the ids of its rows are kept, and the token to read it again.
interface Page<T> {
  token: string;
  // How many rows are before it.
  start: number;
  ids: bigint[];
  // Undefined: they have been let go.
  rows: (T | undefined)[] | undefined;
  // They may have missed changes.
  isOld: boolean;
}

// Pages whose rows are kept.
const mostKept = 24;
// How many rows before the end the next page is asked for.
const ahead = 60;
const patienceMs = 5_000;
// As often as nobody answers in a row before that is said.
const failuresBorne = 2;

// The rows of a table, read page by page as somebody scrolls. A page may be short or empty and still not be the last.
export class RowPages<T extends Row> {
  private pages: Page<T>[] = [];
  // Of all pages: a record that changes while the list is read may be on two of them.
  private readonly ids = new Set<bigint>();
  // Of the page after the known ones. Undefined: there is none.
  private next: string | undefined = '';
  private wanted = { first: 0, last: 0 };
  private isOpened = false;
  private reading: AbortController | undefined;
  private failed: unknown;
  private late = false;
  private news = false;
  // What has gone while a row is edited. Undefined: none is.
  private held: bigint[] | undefined;
  private version = 0;
  private readonly retrying = new Retrying();
  private readonly listeners = new Set<() => void>();

  constructor(private readonly read: ReadRows<T>) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  // Increases when anything changes.
  readonly getVersion = (): number => this.version;

  // Rows that are known so far.
  get count(): number {
    const last = this.pages.at(-1);
    return last ? last.start + last.ids.length : 0;
  }

  get isWhole(): boolean {
    return this.next === undefined;
  }

  // Undefined: nothing has failed, or it is being asked for again.
  get failure(): unknown {
    return this.failed;
  }

  // Nobody has answered for some seconds.
  get isLate(): boolean {
    return this.late;
  }

  // Whether the list would have other rows if it was read again.
  get hasNews(): boolean {
    return this.news;
  }

  // Undefined: it is not loaded (any more), or not there.
  row(index: number): T | undefined {
    const page = this.pageAt(index);
    return page?.rows?.[index - page.start];
  }

  has(id: bigint): boolean {
    return this.ids.has(id);
  }

  // These rows are looked at.
  want(first: number, last: number): void {
    this.wanted = { first, last };
    void this.readOn();
  }

  // A later version of a row. Returns whether the list has it.
  put(row: T): boolean {
    if (!this.ids.has(row.id)) return false;
    for (const { ids, rows } of this.pages) {
      const at = rows ? ids.indexOf(row.id) : -1;
      if (at < 0 || !rows) continue;
      const known = rows[at];
      if (known && known.etag >= row.etag) return true;
      rows[at] = row;
      this.tell();
    }
    return true;
  }

  // While a row is edited, none goes: the next one would take its place, and what is typed.
  hold(isEdited: boolean): void {
    if (isEdited) {
      this.held ??= [];
      return;
    }
    const gone = this.held ?? [];
    this.held = undefined;
    this.drop(gone);
  }

  // These are not there any more.
  drop(gone: bigint[]): void {
    if (this.held) {
      this.held.push(...gone);
      return;
    }
    const known = gone.filter((id) => this.ids.delete(id));
    if (known.length === 0) return;
    for (const page of this.pages) {
      const kept = page.ids.map((id) => !known.includes(id));
      page.rows = page.rows?.filter((_, at) => kept[at]);
      page.ids = page.ids.filter((_, at) => kept[at]);
    }
    this.number();
    this.tell();
    void this.readOn();
  }

  // The list would have other rows if it was read again.
  hint(): void {
    if (this.news) return;
    this.news = true;
    this.tell();
  }

  // Changes may have been missed: what is looked at is read again.
  relist(): void {
    this.pages.forEach((page) => (page.isOld = true));
    this.hint();
    void this.readOn();
  }

  retry(): void {
    this.failed = undefined;
    this.late = false;
    this.close();
    this.open();
    this.tell();
  }

  // Nothing is read before.
  open(): void {
    this.isOpened = true;
    void this.readOn();
  }

  close(): void {
    this.isOpened = false;
    this.reading?.abort();
    this.reading = undefined;
  }

  private pageAt(index: number): Page<T> | undefined {
    let [low, high] = [0, this.pages.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const page = this.pages[middle];
      if (page && page.start + page.ids.length <= index) low = middle + 1;
      else high = middle;
    }
    return this.pages[low];
  }

  // Known pages that are looked at and must be read again come before the next one.
  private missing(): Page<T> | 'next' | undefined {
    const { first, last } = this.wanted;
    const isSeen = ({ start, ids }: Page<T>) => start <= last && start + ids.length > first;
    const lost = this.pages.find((page) => (!page.rows || page.isOld) && page.ids.length > 0 && isSeen(page));
    if (lost) return lost;
    return this.next !== undefined && last + ahead >= this.count ? 'next' : undefined;
  }

  // One page after another, until nothing is missing of what is looked at.
  private async readOn(): Promise<void> {
    if (!this.isOpened || this.reading || this.failed !== undefined) return;
    const reading = new AbortController();
    this.reading = reading;
    const isOpen = () => this.reading === reading;
    try {
      for (let what = this.missing(); what && isOpen(); what = this.missing()) {
        await this.readOne(what, reading.signal, isOpen);
      }
    } catch (error) {
      if (isOpen()) this.fail(error);
    }
    if (isOpen()) this.reading = undefined;
  }

  private async readOne(what: Page<T> | 'next', signal: AbortSignal, isOpen: () => boolean): Promise<void> {
    const answer = await this.patiently(what === 'next' ? (this.next ?? '') : what.token, signal, isOpen);
    if (!isOpen() || !answer) return;
    if (what === 'next') this.add(answer);
    else {
      const pushedOut = await this.readPushedOut(what, answer, signal, isOpen);
      if (!isOpen()) return;
      this.renew(what, answer.rows, pushedOut);
    }
    this.letGo();
    this.tell();
  }

  // What has come since pushes as many rows out of a page: they are on the next one.
  private async readPushedOut(page: Page<T>, known: ReadPage<T>, signal: AbortSignal, isOpen: () => boolean) {
    const last = page.ids.at(-1);
    if (!known.nextPageToken || known.rows.some(({ id }) => id === last)) return [];
    return (await this.patiently(known.nextPageToken, signal, isOpen))?.rows ?? [];
  }

  // The first page from the token on that has rows, or the last one. Asks again while nobody answers.
  private async patiently(token: string, signal: AbortSignal, isOpen: () => boolean) {
    const timer = setTimeout(() => isOpen() && this.setLate(true), patienceMs);
    try {
      for (let [at, failures] = [token, 0]; isOpen();) {
        try {
          const page = await this.read(at, signal);
          this.retrying.succeeded();
          if (page.rows.length || !page.nextPageToken) return { at, ...page };
          at = page.nextPageToken;
        } catch (error) {
          if (!isUnreachable(error)) throw error;
          if (++failures > failuresBorne && isOpen()) this.setLate(true);
          await this.retrying.pause(signal);
        }
      }
      return undefined;
    } finally {
      clearTimeout(timer);
      if (isOpen()) this.setLate(false);
    }
  }

  private setLate(late: boolean): void {
    if (this.late === late) return;
    this.late = late;
    this.tell();
  }

  private add({ at, rows, nextPageToken }: ReadPage<T> & { at: string }): void {
    const fresh = rows.filter(({ id }) => !this.ids.has(id));
    fresh.forEach(({ id }) => this.ids.add(id));
    this.pages.push({ token: at, start: this.count, ids: fresh.map(({ id }) => id), rows: fresh, isOld: false });
    this.next = nextPageToken || undefined;
  }

  // Rows keep their places, so that nothing moves under the eyes of the reader. What has come is for the next reading.
  private renew(page: Page<T>, rows: T[], pushedOut: T[]): void {
    const before = page.rows;
    const byId = new Map([...rows, ...pushedOut].map((row) => [row.id, row]));
    const gone = page.ids.filter((id) => !byId.has(id));
    page.rows = page.ids.map((id, at) => byId.get(id) ?? before?.[at]);
    page.isOld = false;
    if (rows.some(({ id }) => !this.ids.has(id))) this.news = true;
    if (gone.length) this.drop(gone);
  }

  private letGo(): void {
    const kept = this.pages.filter(({ rows }) => rows);
    if (kept.length <= mostKept) return;
    const middle = (this.wanted.first + this.wanted.last) / 2;
    const far = ({ start, ids }: Page<T>) => Math.abs(start + ids.length / 2 - middle);
    const farthest = kept.sort((one, other) => far(other) - far(one)).slice(0, kept.length - mostKept);
    farthest.forEach((page) => (page.rows = undefined));
  }

  private number(): void {
    let start = 0;
    for (const page of this.pages) {
      page.start = start;
      start += page.ids.length;
    }
  }

  private fail(error: unknown): void {
    this.failed = error;
    this.tell();
  }

  private tell(): void {
    this.version++;
    [...this.listeners].forEach((listener) => listener());
  }
}
