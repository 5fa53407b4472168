// A push service of browsers: RFC 8030, 8188, 8291 and 8292.
import { createECDH, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import ece from 'http_ece';
import { answer, bodyOf } from './answers.mjs';
import { countConnections, record } from './record.mjs';
import { keyOfPoint, verified } from './tokens.mjs';

const kLongestBody = 4096;
const kHalfADay = 12 * 3600;

const privateKey = createECDH('prime256v1');
privateKey.generateKeys();
const authSecret = randomBytes(16);

// What a browser tells the server that it subscribes at.
export const subscription = {
  publicKey: privateKey.getPublicKey('base64url'),
  authSecret: authSecret.toString('base64url'),
};

function require(holds, what) {
  if (!holds) throw new Error(what);
}

// Throws unless the token is one of RFC 8292 for this server.
function vapid(request) {
  const [, token, key] = /^vapid t=([\w.-]+), k=([\w-]+)$/.exec(request.headers.authorization);
  const { claims } = verified(token, keyOfPoint(key), 'ES256');
  const left = claims.exp - Date.now() / 1000;
  require(claims.aud === `http://${request.headers.host}`, `the audience is ${claims.aud}`);
  require(left > 0 && left <= kHalfADay + 1, `it ends in ${left} s`);
  return { key, token, contact: claims.sub };
}

function checkHeaders({ headers }) {
  require(headers['content-encoding'] === 'aes128gcm', 'the encoding is another');
  require(/^\d+$/.test(headers.ttl), 'it has no time to live');
  require(/^(very-low|low|normal|high)$/.test(headers.urgency), 'it has no urgency');
  require(headers.topic === undefined || /^[\w-]{1,32}$/.test(headers.topic), 'the topic is wrong');
}

async function take(request) {
  const body = await bodyOf(request);
  require(body.length <= kLongestBody, `it has ${body.length} bytes`);
  checkHeaders(request);
  const { ttl, urgency, topic } = request.headers;
  const text = ece.decrypt(body, { version: 'aes128gcm', privateKey, authSecret }).toString();
  return { ...vapid(request), ttl, urgency, topic, size: body.length, message: JSON.parse(text) };
}

export const webPush = createServer(async (request, response) => {
  const word = request.url.split('/').at(-1);
  const line = { service: 'web_push', word, connection: request.socket.number };
  try {
    record({ ...line, ...(await take(request)) });
    answer(response, word);
  } catch (error) {
    record({ ...line, problem: error.message });
    response.writeHead(400).end(error.message);
  }
});
countConnections(webPush, 'connection');
