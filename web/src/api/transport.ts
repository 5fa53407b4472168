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

// Who is refused for the token's sake asks once more with another.
const withSession: Interceptor = (next) => async (request) => {
  const token = authorize(request.header);
  try {
    return await next(request);
  } catch (error) {
    if (ConnectError.from(error).code !== Code.Unauthenticated) throw error;
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
