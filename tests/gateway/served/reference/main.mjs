// A gateway in a hundred lines. The real one is compared with it in answers and in speed.
//   VORONKA_CRM=127.0.0.1:7701 … node main.mjs [PORT]
import { createServer } from 'node:http';
import { connectNodeAdapter } from '@connectrpc/connect-node';
import { registry } from '../schema.mjs';
import { forwardAll } from './forwarding.mjs';
import { handleSession } from './sessions.mjs';

const port = Number(process.argv[2] ?? 7700);
const connect = connectNodeAdapter({ routes: forwardAll, jsonOptions: { registry } });

createServer((request, response) => {
  if (!handleSession(request, response)) connect(request, response);
}).listen(port, '127.0.0.1', () => console.log(`http://127.0.0.1:${port}`));
