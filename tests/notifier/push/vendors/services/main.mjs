// The push services of all vendors, on ports of their own:
//   node main.mjs FOLDER
// The folder has the keys of whoever sends, google.pub and apple.pub, and Apple's certificate, server.crt and server.key.
// The first line of the output tells the ports, and the keys of a browser's subscription. Whoever connects to `mute` is
// never told a word.
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { apns } from './apns.mjs';
import { fcm } from './fcm.mjs';
import { record } from './record.mjs';
import { subscription, webPush } from './web_push.mjs';

const file = (name) => join(process.argv[2], name);

async function listen(server) {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server.address().port;
}

record({
  ports: {
    webPush: await listen(webPush),
    fcm: await listen(fcm(file('google.pub'))),
    mute: await listen(createServer(() => {})),
    apns: await listen(apns(file('server.crt'), file('server.key'), file('apple.pub'))),
  },
  subscription,
});
// The input ends with whoever has started this program.
process.stdin.on('end', () => process.exit()).resume();
