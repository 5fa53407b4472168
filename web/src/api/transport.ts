import { Code, ConnectError, type Interceptor } from '@connectrpc/connect';
import { createGrpcWebTransport } from '@connectrpc/connect-web';
import { serverClock } from '../clock/server_clock';
import { language } from '../i18n/language';
import { renew } from '../session/authentication';
import { currentLogin, currentSession } from '../session/session';

const callTimeoutMs = 10_000;

function authorize(headers: Headers): string | undefined {
  const token = currentSession()?.accessToken;
  headers.set('accept-language', language());
  if (token) headers.set('authorization', `Bearer ${token}`);
  return token;
}

const isForTheToken = (error: unknown): boolean => ConnectError.from(error).code === Code.Unauthenticated;

// A refused stream reports it only at its end, so the error comes up while its messages are read. Whoever follows the
// stream reconnects with the renewed token, or the user logs in.
async function* renewing<T>(messages: AsyncIterable<T>, token: string | undefined): AsyncIterable<T> {
  try {
    yield* messages;
  } catch (error) {
    if (isForTheToken(error)) await renew(token);
    throw error;
  }
}

function ensureSame(login: string): void {
  if (currentLogin() !== login) throw new ConnectError('somebody else is logged in', Code.Canceled);
}

// A call that is refused because of its token is retried once with a new one. A call of one user is neither sent nor
// answered once another user has logged in.
const withSession: Interceptor = (next) => async (request) => {
  const login = currentLogin();
  const token = authorize(request.header);
  try {
    const answer = await next(request);
    return answer.stream ? { ...answer, message: renewing(answer.message, token) } : answer;
  } catch (error) {
    if (!isForTheToken(error)) throw error;
    await renew(token);
    ensureSame(login);
    authorize(request.header);
    return await next(request);
  } finally {
    ensureSame(login);
  }
};

// Learns the server's time from the date of every answer, refusals included.
const learningTime: Interceptor = (next) => async (request) => {
  const asked = Date.now();
  const learn = (headers: Headers) => serverClock.learn(headers.get('date'), asked, Date.now());
  try {
    const answer = await next(request);
    learn(answer.header);
    return answer;
  } catch (error) {
    learn(ConnectError.from(error).metadata);
    throw error;
  }
};

const withLanguage: Interceptor = (next) => (request) => {
  request.header.set('accept-language', language());
  return next(request);
};

export const transport = createGrpcWebTransport({
  baseUrl: location.origin,
  defaultTimeoutMs: callTimeoutMs,
  interceptors: [withSession, learningTime],
});

// For calls that say nothing of who is logged in.
export const publicTransport = createGrpcWebTransport({
  baseUrl: location.origin,
  defaultTimeoutMs: callTimeoutMs,
  interceptors: [withLanguage, learningTime],
});
