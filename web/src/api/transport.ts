import { Code, ConnectError, type Interceptor } from '@connectrpc/connect';
import { createGrpcWebTransport } from '@connectrpc/connect-web';
import { language } from '../i18n/language';
import { renew } from '../session/authentication';
import { currentSession } from '../session/session';

const callTimeoutMs = 10_000;

function authorize(headers: Headers): string | undefined {
  const token = currentSession()?.accessToken;
  headers.set('accept-language', language());
  if (token) headers.set('authorization', `Bearer ${token}`);
  return token;
}

const isRefused = (error: unknown) => ConnectError.from(error).code === Code.Unauthenticated;

// A stream is refused, or ended as the user's role changes, after it has begun: who opens it again has another token.
async function* renewedAtItsEnd<T>(messages: AsyncIterable<T>, token: string | undefined): AsyncIterable<T> {
  try {
    yield* messages;
  } catch (error) {
    if (isRefused(error)) await renew(token).catch(() => undefined);
    throw error;
  }
}

// Who is refused for the token's sake asks once more with another.
const withSession: Interceptor = (next) => async (request) => {
  const token = authorize(request.header);
  try {
    const response = await next(request);
    return response.stream ? { ...response, message: renewedAtItsEnd(response.message, token) } : response;
  } catch (error) {
    if (!isRefused(error)) throw error;
    await renew(token);
    authorize(request.header);
    return next(request);
  }
};

export const transport = createGrpcWebTransport({
  baseUrl: location.origin,
  defaultTimeoutMs: callTimeoutMs,
  interceptors: [withSession],
});
