import { fromJson, type JsonValue } from '@bufbuild/protobuf';
import { timestampMs } from '@bufbuild/protobuf/wkt';
import { errorFromJson } from '@connectrpc/connect/protocol-connect';
import { Code, ConnectError } from '@connectrpc/connect';
import { serverClock } from '../clock/server_clock';
import { LoginResponseSchema } from '../gen/voronka/crm/v1/session_pb';
import { language } from '../i18n/language';
import type { Session } from './session';

const timeoutMs = 10_000;

async function answerOf(path: string, init: RequestInit): Promise<JsonValue> {
  const signal = AbortSignal.timeout(timeoutMs);
  const asked = Date.now();
  const response = await fetch(path, { method: 'POST', credentials: 'same-origin', signal, ...init }).catch(
    (reason: unknown) => {
      throw ConnectError.from(reason, Code.Unavailable);
    },
  );
  serverClock.learn(response.headers.get('date'), asked, Date.now());
  const text = await response.text();
  if (response.ok) return JSON.parse(text) as JsonValue;
  throw refusalOf(response.status, text);
}

function refusalOf(status: number, text: string): ConnectError {
  const unknown = new ConnectError(`HTTP ${status}`, status >= 500 ? Code.Unavailable : Code.Unknown);
  try {
    return errorFromJson(JSON.parse(text) as JsonValue, undefined, unknown);
  } catch {
    return unknown;
  }
}

// POST /session/ACTION to the gateway. Throws ConnectError, as calls do; UNAVAILABLE when there is no answer.
export function postSession(action: string, body: JsonValue, accessToken?: string): Promise<JsonValue> {
  const headers: Record<string, string> = { 'content-type': 'application/json', 'accept-language': language() };
  if (accessToken) headers.authorization = `Bearer ${accessToken}`;
  return answerOf(`/session/${action}`, { headers, body: JSON.stringify(body) });
}

export function sessionOf(answer: JsonValue): Session {
  const { accessToken, accessExpireTime, session, user } = fromJson(LoginResponseSchema, answer, {
    ignoreUnknownFields: true,
  });
  if (!user || !accessExpireTime) throw new ConnectError('a session without its user', Code.Internal);
  return { id: session?.id ?? 0n, accessToken, expireTime: timestampMs(accessExpireTime), user };
}
