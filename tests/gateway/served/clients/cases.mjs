// The cases that every client runs at every gateway. Each returns the values to compare, which do not depend on the
// gateway.
import { randomUUID } from 'node:crypto';
import { anyIs, anyUnpack } from '@bufbuild/protobuf/wkt';
import { registry } from '../schema.mjs';

const method = (service, name) =>
  registry.getService(`voronka.${service}`).methods.find((candidate) => candidate.name === name);

const dealType = registry.getMessage('voronka.crm.v1.Deal');
const createDeal = method('crm.v1.DealService', 'CreateDeal');
const getDeal = method('crm.v1.DealService', 'GetDeal');
const watchChanges = method('crm.v1.ChangeService', 'WatchChanges');
const subscribe = method('notifier.v1.InboxService', 'Subscribe');

// Bytes of every kind in UTF-8, quotes, and characters that JSON escapes.
const name = 'Кабель "ВВГ" ½ 🙂 \\ ñ';

const refused = (call) =>
  call.then(
    () => 'it was not refused',
    (refusal) => refusal,
  );

async function create(client, options) {
  const request = { requestId: randomUUID(), deal: { pipeline: 'first_sales', name } };
  return client.unary(createDeal, request, options);
}

async function nextOf(stream) {
  const { value, done } = await stream.next();
  return done ? 'the end' : value;
}

// A deal among others.
async function changeOf(dealId, stream) {
  for (;;) {
    const { content } = await nextOf(stream);
    const changes = content.case === 'changes' ? content.value.changes : [];
    const found = changes.find(({ resource, resourceId }) => anyIs(resource, dealType) && resourceId === dealId);
    if (found) return anyUnpack(found.resource, dealType);
  }
}

// The stream is open and has delivered a message.
async function open(client, what, options) {
  const stream = client.stream(what, {}, options)[Symbol.asyncIterator]();
  return { stream, first: (await nextOf(stream)).content.case };
}

export const cases = {
  async 'a call with text of every kind'(client, options) {
    const { id } = await create(client, options);
    const deal = await client.unary(getDeal, { dealId: id }, options);
    return { name: deal.name, pipeline: deal.pipeline, state: deal.state };
  },

  'an error with its details': (client, options) => refused(client.unary(getDeal, { dealId: 999999n }, options)),

  'every violation at once': (client, options) =>
    refused(client.unary(createDeal, { deal: { name: 'x'.repeat(300), amount: { minor: -1n } } }, options)),

  'nobody': (client) => refused(client.unary(getDeal, { dealId: 1n }, {})),

  async 'metadata'(client, { headers }) {
    const inLanguage = (language) =>
      refused(client.unary(getDeal, { dealId: 999999n }, { headers: { ...headers, 'accept-language': language } }));
    return { ru: await inLanguage('ru'), en: await inLanguage('en') };
  },

  async 'a deadline that passes'(client, options) {
    const { stream, first } = await open(client, subscribe, { ...options, timeoutMs: 1500 });
    const { code } = await refused(nextOf(stream));
    return { first, code };
  },

  async 'a stream that tells what happens'(client, options) {
    const abort = new AbortController();
    const { stream, first } = await open(client, watchChanges, { ...options, signal: abort.signal });
    const { id } = await create(client, options);
    const told = await changeOf(id, stream);
    abort.abort();
    return { first, name: told.name };
  },

  async 'a stream that is left'(client, options) {
    const abort = new AbortController();
    const { stream, first } = await open(client, subscribe, { ...options, signal: abort.signal });
    const next = refused(nextOf(stream));
    abort.abort();
    const { code } = await next;
    return { first, code };
  },

  async 'a stream of nobody'(client) {
    const { code, details } = await refused(nextOf(client.stream(subscribe, {}, {})[Symbol.asyncIterator]()));
    return { code, details };
  },
};
