// Three independent clients get the same answers from the gateway and from the reference.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { cases } from './cases.mjs';
import { connectClients } from './connect_client.mjs';
import { leavableFetch } from './leavable_fetch.mjs';
import { officialClients } from './official_client.mjs';
import { protobufTsClients } from './protobuf_ts_client.mjs';

globalThis.fetch = leavableFetch;

const { VORONKA_URL, VORONKA_REFERENCE_URL, VORONKA_LOGIN, VORONKA_PASSWORD } = process.env;

async function logIn() {
  const answer = await fetch(`${VORONKA_URL}/session/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login: VORONKA_LOGIN, password: VORONKA_PASSWORD }),
  });
  assert.equal(answer.status, 200);
  const { accessToken } = await answer.json();
  return { headers: { authorization: `Bearer ${accessToken}` } };
}

const options = await logIn();

const clients = Object.entries({ ...connectClients, ...officialClients, ...protobufTsClients });
const referenceClient = connectClients['connect-web by gRPC-Web'](VORONKA_REFERENCE_URL);

for (const [what, run] of Object.entries(cases)) {
  describe(what, () => {
    let expected;
    before(async () => (expected = await run(referenceClient, options)));
    for (const [name, connect] of clients) {
      test(name, { timeout: 30_000 }, async () => assert.deepEqual(await run(connect(VORONKA_URL), options), expected));
    }
  });
}
