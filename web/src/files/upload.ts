import { Code, ConnectError } from '@connectrpc/connect';
import { isUnreachable } from '../api/refusal';
import { currentLogin } from '../session/session';
import { pause, retryDelayMs } from '../state/retrying';
import { files } from './file_client';
import type { KeptFile, Owner } from './owner';

// AppendUploadRequest takes 500,000.
const partBytes = 480_000;
// A part may take so long over a slow connection.
const timeoutMs = 60_000;
const mostAttempts = 30;

interface Hearing {
  // Whose file it is: nobody else's session sends it.
  login: string;
  // So many bytes have arrived.
  arrived: (bytes: number) => void;
  signal: AbortSignal;
}

const mayComeThrough = (error: unknown): boolean =>
  isUnreachable(error) || ConnectError.from(error).code === Code.ResourceExhausted;

// Every attempt is the same request, so one whose answer was lost is not carried out twice.
async function insisting<T>({ login, signal }: Hearing, call: () => Promise<T>): Promise<T> {
  for (let failures = 0; ;) {
    if (currentLogin() !== login) throw new ConnectError('somebody else is logged in', Code.Canceled);
    try {
      return await call();
    } catch (error) {
      failures++;
      if (signal.aborted || failures === mostAttempts || !mayComeThrough(error)) throw error;
      await pause(retryDelayMs(failures), signal);
    }
  }
}

async function sendParts(file: File, uploadId: bigint, id: string, hearing: Hearing): Promise<void> {
  const { arrived, signal } = hearing;
  for (let received = 0; received < file.size; arrived(received)) {
    const part = file.slice(received, received + partBytes);
    const data = new Uint8Array(await part.arrayBuffer());
    const request = { requestId: `${id}.${received}`, uploadId, offset: BigInt(received), data };
    const upload = await insisting(hearing, () => files.appendUpload(request, { signal, timeoutMs }));
    received = Number(upload.received);
  }
}

// Sends a file, part by part: after a lost connection it goes on from where it was.
export async function upload(file: File, owner: Owner, hearing: Hearing): Promise<KeptFile> {
  const { signal } = hearing;
  const id = crypto.randomUUID();
  const { entity, entityId } = owner;
  const announced = { entity, entityId, name: file.name, size: BigInt(file.size) };
  const request = { requestId: `${id}.begin`, upload: announced };
  const { id: uploadId } = await insisting(hearing, () => files.createUpload(request, { signal }));
  try {
    await sendParts(file, uploadId, id, hearing);
    const finish = { requestId: `${id}.finish`, uploadId };
    return await insisting(hearing, () => files.finishUpload(finish, { signal, timeoutMs }));
  } catch (error) {
    // If this is lost, too, the service forgets the upload within a day.
    files.deleteUpload({ requestId: `${id}.give-up`, uploadId }).catch(() => undefined);
    throw error;
  }
}
