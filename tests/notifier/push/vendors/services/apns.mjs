// The Apple Push Notification service: HTTP/2 alone, and a provider's token.
import { readFileSync } from 'node:fs';
import { createSecureServer } from 'node:http2';
import { answer, bodyOf } from './answers.mjs';
import { countConnections, record } from './record.mjs';
import { verified } from './tokens.mjs';

const kHour = 3600;

const answered = (response, status, reason) => response.writeHead(status).end(JSON.stringify({ reason }));

// The service refuses by name. `apns-410-Unregistered` stands for a status and its reason.
function answerDevice(response, word) {
  const [first, status, reason] = word.split('-');
  if (first === 'apns') return answered(response, Number(status), reason);
  return answer(response, word);
}

function provider(request, keyFile) {
  const token = request.headers.authorization.replace('bearer ', '');
  const { header, claims } = verified(token, readFileSync(keyFile), 'ES256');
  const age = Date.now() / 1000 - claims.iat;
  if (age < -5 || age > kHour) throw new Error(`the token is ${age} s old`);
  return { token, key: header.kid, team: claims.iss };
}

async function take(request, response, keyFile) {
  const body = (await bodyOf(request)).toString();
  const word = Buffer.from(request.url.split('/').at(-1), 'hex').toString();
  const line = { service: 'apns', word, connection: request.stream.session.socket.number, size: body.length };
  const headers = Object.fromEntries(Object.entries(request.headers).filter(([name]) => name.startsWith('apns-')));
  try {
    record({ ...line, ...provider(request, keyFile), path: request.url, headers, message: JSON.parse(body) });
    answerDevice(response, word);
  } catch (error) {
    record({ ...line, problem: error.message });
    answered(response, 403, 'InvalidProviderToken');
  }
}

export const apns = (certificate, key, keyFile) => {
  const server = createSecureServer(
    { cert: readFileSync(certificate), key: readFileSync(key) },
    (request, response) => take(request, response, keyFile),
  );
  countConnections(server, 'secureConnection');
  return server;
};
