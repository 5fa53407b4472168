// A push service of browsers, as far as it can be one without their private keys:
//   node push_service.mjs PORT FILE
// Adds a line to the file for each push: its topic, and the key that it was signed with, or what is wrong with it.
import { appendFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { keyOfPoint, verified } from '../../notifier/push/vendors/services/tokens.mjs';

const [port, file] = process.argv.slice(2);

const record = (line) => appendFileSync(file, `${JSON.stringify(line)}\n`);

function read({ headers }) {
  const [, token, key] = /^vapid t=([\w.-]+), k=([\w-]+)$/.exec(headers.authorization);
  const { claims } = verified(token, keyOfPoint(key), 'ES256');
  if (claims.aud !== `http://${headers.host}`) throw new Error(`the audience is ${claims.aud}`);
  if (headers['content-encoding'] !== 'aes128gcm') throw new Error('it is not encrypted');
  return { topic: headers.topic, key };
}

// The status of the answer.
function take(request) {
  try {
    record(read(request));
    return 201;
  } catch (error) {
    record({ problem: error.message });
    return 400;
  }
}

createServer((request, response) => {
  request.resume();
  response.writeHead(request.method === 'POST' ? take(request) : 405).end();
}).listen(Number(port), '127.0.0.1');
