import { language } from '../i18n/language';
import { renew } from '../session/authentication';
import { currentSession } from '../session/session';
import type { NamedFile } from './owner';

// A saved file is read from memory for as long.
const releasedAfterMs = 60_000;
const unauthorized = 401;

function ask(id: bigint, token: string | undefined): Promise<Response> {
  const headers = { 'accept-language': language(), authorization: `Bearer ${token ?? ''}` };
  return fetch(`/files/${id}`, { headers });
}

// A call that is refused because of its token is repeated once with a new one.
async function answerFor(id: bigint): Promise<Response> {
  const token = currentSession()?.accessToken;
  const answer = await ask(id, token);
  if (answer.status !== unauthorized) return answer;
  await renew(token);
  return ask(id, currentSession()?.accessToken);
}

// Throws if it cannot be read. No link leads there: the token is in no cookie.
export async function contentOf({ id }: NamedFile): Promise<Blob> {
  const answer = await answerFor(id);
  if (!answer.ok) throw new Error(answer.statusText);
  return answer.blob();
}

export async function saveFile(file: NamedFile): Promise<void> {
  const address = URL.createObjectURL(await contentOf(file));
  Object.assign(document.createElement('a'), { href: address, download: file.name }).click();
  setTimeout(() => URL.revokeObjectURL(address), releasedAfterMs);
}
