// POST /session/{login,refresh,logout}: the refresh token stays in an HttpOnly cookie.
import { toJson } from '@bufbuild/protobuf';
import { codeToString } from '@connectrpc/connect/protocol-connect';
import { Code, ConnectError } from '@connectrpc/connect';
import { clientOf } from './forwarding.mjs';
import { registry } from '../schema.mjs';

const sessions = clientOf(registry.getService('voronka.crm.v1.SessionService'));
const loginResponse = registry.getMessage('voronka.crm.v1.LoginResponse');
const statusOf = { unauthenticated: 401, invalid_argument: 400, resource_exhausted: 429, permission_denied: 403 };

async function readJson(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return chunks.length ? JSON.parse(Buffer.concat(chunks).toString()) : {};
}

function refreshTokenOf(request) {
  return /(?:^|;\s*)voronka_refresh=([^;]*)/.exec(request.headers.cookie ?? '')?.[1] ?? '';
}

function cookie(value, attributes = '') {
  return `voronka_refresh=${value}; HttpOnly; SameSite=Strict; Path=/session${attributes}`;
}

function requireRefreshToken(request) {
  const token = refreshTokenOf(request);
  if (!token) throw new ConnectError('no session', Code.Unauthenticated);
  return token;
}

function answerSession(response, answer) {
  const { refreshToken, ...visible } = toJson(loginResponse, answer);
  response.setHeader('set-cookie', cookie(refreshToken, '; Max-Age=2592000'));
  response.end(JSON.stringify(visible));
}

const actions = {
  async '/session/login'(request, response, headers) {
    const { login, password } = await readJson(request);
    answerSession(response, await sessions.login({ login, password, client: 'web' }, { headers }));
  },
  async '/session/refresh'(request, response, headers) {
    answerSession(response, await sessions.refreshSession({ refreshToken: requireRefreshToken(request) }, { headers }));
  },
  async '/session/logout'(request, response, headers) {
    const { everywhere = false } = await readJson(request);
    if (request.headers.authorization) headers.set('authorization', request.headers.authorization);
    response.setHeader('set-cookie', cookie('', '; Max-Age=0'));
    await sessions.logout({ everywhere }, { headers });
    response.end('{}');
  },
};

function answerError(response, thrown) {
  const error = ConnectError.from(thrown);
  const code = codeToString(error.code);
  response.statusCode = statusOf[code] ?? 500;
  const details = error.details.map(({ type, value }) => ({ type, value: Buffer.from(value).toString('base64') }));
  response.end(JSON.stringify({ code, message: error.rawMessage, details }));
}

// Whether the request was one of these.
export function handleSession(request, response) {
  const action = request.method === 'POST' && actions[request.url];
  if (!action) return false;
  response.setHeader('content-type', 'application/json');
  const headers = new Headers({ 'accept-language': request.headers['accept-language'] ?? '' });
  action(request, response, headers).catch((error) => answerError(response, error));
  return true;
}
