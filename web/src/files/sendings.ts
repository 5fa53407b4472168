import { ConnectError } from '@connectrpc/connect';
import { refusalOf } from '../api/refusal';
import { i18n } from '../i18n/i18n';
import { currentLogin } from '../session/session';
import { userScoped } from '../state/observable';
import { rereadFiles } from './file_query';
import type { Owner } from './owner';
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

async function sendOne({ id, owner, file }: Sending, login: string, signal: AbortSignal): Promise<void> {
  const isStopped = () => signal.aborted;
  if (isStopped()) return;
  try {
    await upload(file, owner, { login, signal, arrived: (arrived) => change(id, { arrived }) });
    forget(id);
    rereadFiles(owner);
  } catch (error) {
    if (!isStopped()) change(id, { problem: problemOf(error) });
  }
}

export function send(owner: Owner, file: File): void {
  const aborting = new AbortController();
  const id = ++lastId;
  const stop = () => {
    aborting.abort();
    forget(id);
  };
  const sending: Sending = { id, owner, file, arrived: 0, problem: '', stop };
  sendings.set([...sendings.get(), sending]);
  const login = currentLogin();
  waiting.push(() => sendOne(sending, login, aborting.signal));
  startWaiting();
}

// One that would be refused for its size is not sent at all.
export function refuse(owner: Owner, file: File, problem: string): void {
  const id = ++lastId;
  sendings.set([...sendings.get(), { id, owner, file, arrived: 0, problem, stop: () => forget(id) }]);
}
