// What a service answers is chosen by a word in the address of the device, such as `gone` or `wait-7`.
const kMinute = 60_000;
const kPiece = Buffer.alloc(64 * 1024, 'a');

function writeForever(response) {
  while (!response.destroyed && response.write(kPiece));
  if (!response.destroyed) response.once('drain', () => writeForever(response));
}

// Each takes a response and the body of an answer with a given status.
const answers = {
  wait: (response, body, seconds) => response.writeHead(429, { 'retry-after': seconds }).end(body(429)),
  until: (response, body) =>
    response.writeHead(429, { 'retry-after': new Date(Date.now() + 2 * kMinute).toUTCString() }).end(body(429)),
  status: (response, body, status) => response.writeHead(Number(status)).end(body(Number(status))),
  redirect: (response, body, port) =>
    response.writeHead(307, { location: `http://127.0.0.1:${port}/push/status-201` }).end(),
  hang: () => {},
  slow: (response, body, millis) => setTimeout(() => response.writeHead(201).end(body(201)), Number(millis)),
  endless: (response, body, status) => writeForever(response.writeHead(Number(status))),
  headers: (response) => response.writeHead(201, { long: 'a'.repeat(80_000) }).end(),
  nonsense: (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Welcome</h1>'),
  garbage: (response) => response.socket.end('This is not HTTP.\r\n\r\n'),
  close: (response) => response.socket.destroy(),
};

export function answer(response, word, body = () => '') {
  const [name, argument] = word.split('-');
  answers[name](response, body, argument);
}

// The whole body of a request.
export async function bodyOf(request) {
  const pieces = [];
  for await (const piece of request) pieces.push(piece);
  return Buffer.concat(pieces);
}
