// Google: its token service, and HTTP v1 of Firebase Cloud Messaging.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { answer, bodyOf } from './answers.mjs';
import { countConnections, record } from './record.mjs';
import { verified } from './tokens.mjs';

const kScope = 'https://www.googleapis.com/auth/firebase.messaging';

let given = 0;
const valid = new Set();

// By the word in the account's address, as `short-2@example.com`: how the token service behaves.
const tokenServices = {
  usual: (token) => ({ access_token: token, expires_in: 3599, token_type: 'Bearer' }),
  short: (token, seconds) => ({ access_token: token, expires_in: Number(seconds), token_type: 'Bearer' }),
  // The token is refused at once.
  lying: (token) => {
    valid.delete(token);
    return { access_token: token, expires_in: 3599, token_type: 'Bearer' };
  },
};

function claimsOf(assertion, keyFile) {
  const { claims } = verified(assertion, readFileSync(keyFile), 'RS256');
  if (claims.scope !== kScope || claims.exp - claims.iat > 3600) throw new Error('the claims are wrong');
  return claims;
}

async function giveToken(request, response, keyFile) {
  const form = new URLSearchParams((await bodyOf(request)).toString());
  const line = { service: 'token', connection: request.socket.number };
  try {
    if (form.get('grant_type') !== 'urn:ietf:params:oauth:grant-type:jwt-bearer') throw new Error('another grant');
    const { iss, aud } = claimsOf(form.get('assertion'), keyFile);
    const [word, argument] = iss.split('@')[0].split('-');
    record({ ...line, word, audience: aud });
    if (!tokenServices[word]) return answer(response, iss.split('@')[0], () => '{"error": "invalid_grant"}');
    const token = `token-${(given += 1)}`;
    valid.add(token);
    response.writeHead(200).end(JSON.stringify(tokenServices[word](token, argument)));
  } catch (error) {
    record({ ...line, problem: error.message });
    response.writeHead(400).end('{"error": "invalid_grant"}');
  }
}

const codes = { 400: 'INVALID_ARGUMENT', 403: 'SENDER_ID_MISMATCH', 404: 'UNREGISTERED', 429: 'QUOTA_EXCEEDED' };

// As the service writes it.
function body(status) {
  if (status < 300) return JSON.stringify({ name: 'projects/voronka/messages/1' });
  const details = [{ '@type': 'type.googleapis.com/google.firebase.fcm.v1.FcmError', errorCode: codes[status] }];
  return JSON.stringify({ error: { code: status, status: 'ERROR', details: codes[status] ? details : [] } });
}

async function take(request, response) {
  const { message } = JSON.parse(await bodyOf(request));
  const token = request.headers.authorization.replace('Bearer ', '');
  const isValid = valid.has(token);
  record({ service: 'fcm', word: message.token, path: request.url, token, isValid, message });
  // `once` takes the token back: whoever comes with it again needs another.
  if (message.token.startsWith('once')) valid.delete(token);
  if (!isValid) return response.writeHead(401).end(body(401));
  answer(response, message.token.startsWith('once') ? 'status-200' : message.token, body);
}

export const fcm = (keyFile) => {
  const server = createServer((request, response) =>
    request.url === '/token' ? giveToken(request, response, keyFile) : take(request, response),
  );
  countConnections(server, 'connection');
  return server;
};
