import { ConnectError } from '@connectrpc/connect';
import { refusalOf } from '../api/refusal';
import { i18n } from '../i18n/i18n';
import { currentLogin } from '../session/session';
import { userScoped } from '../state/observable';
import { rereadFiles } from './file_query';
import type { KeptFile, Owner } from './owner';
import { sizeText } from './size_text';
import { upload } from './upload';

// A file that is being sent, or could not be.
export interface Sending {
  id: number;
  owner: Owner;
  file: File;
  // Bytes.
  arrived: number;
  // Why it could not be sent. Empty: it is on its way.
  problem: string;
  stop: () => void;
}

// They go on while the user looks at something else.
export const sendings = userScoped<readonly Sending[]>([]);

const atOnce = 2;
const waiting: (() => Promise<void>)[] = [];
let underWay = 0;
let lastId = 0;

function startWaiting(): void {
  while (underWay < atOnce) {
    const next = waiting.shift();
    if (!next) return;
    underWay++;
    void next().finally(() => {
      underWay--;
      startWaiting();
    });
  }
}

function change(id: number, changed: Partial<Sending>): void {
  sendings.set(sendings.get().map((each) => (each.id === id ? { ...each, ...changed } : each)));
}

export function forget(id: number): void {
  sendings.set(sendings.get().filter((each) => each.id !== id));
}

// Only what was refused has words of its own. A file may have been moved away meanwhile, or be a folder.
const problemOf = (error: unknown): string =>
  error instanceof ConnectError ? refusalOf(error).message : i18n.t('files.unread');

// Is told of a file as soon as it has arrived.
type Taker = (kept: KeptFile) => void;

async function sendOne({ id, owner, file }: Sending, login: string, signal: AbortSignal, take?: Taker): Promise<void> {
  const isStopped = () => signal.aborted;
  if (isStopped()) return;
  try {
    const kept = await upload(file, owner, { login, signal, arrived: (arrived) => change(id, { arrived }) });
    forget(id);
    rereadFiles(owner);
    take?.(kept);
  } catch (error) {
    if (!isStopped()) change(id, { problem: problemOf(error) });
  }
}

function send(owner: Owner, file: File, take?: Taker): number {
  const aborting = new AbortController();
  const id = ++lastId;
  const stop = () => {
    aborting.abort();
    forget(id);
  };
  const sending: Sending = { id, owner, file, arrived: 0, problem: '', stop };
  sendings.set([...sendings.get(), sending]);
  const login = currentLogin();
  waiting.push(() => sendOne(sending, login, aborting.signal, take));
  startWaiting();
  return id;
}

function refuse(owner: Owner, file: File, problem: string): number {
  const id = ++lastId;
  sendings.set([...sendings.get(), { id, owner, file, arrived: 0, problem, stop: () => forget(id) }]);
  return id;
}

// `largest`, in bytes: one that would be refused for its size is not sent at all. Returns the id of the sending.
export function sendUpTo(largest: number, owner: Owner, file: File, take?: Taker): number {
  if (file.size <= largest) return send(owner, file, take);
  return refuse(owner, file, i18n.t('files.tooLarge', { most: sizeText(largest, i18n.language) }));
}
