// Forwards every unary and server-streaming method of every service to the gRPC services, unchanged.
import { ConnectError, createClient } from '@connectrpc/connect';
import { createGrpcTransport } from '@connectrpc/connect-node';
import { services } from '../schema.mjs';

const addressOf = {
  crm: process.env.VORONKA_CRM ?? '127.0.0.1:7701',
  distribution: process.env.VORONKA_DISTRIBUTION ?? '127.0.0.1:7702',
  notifier: process.env.VORONKA_NOTIFIER ?? '127.0.0.1:7703',
};

const transports = Object.fromEntries(
  Object.entries(addressOf).map(([name, address]) => [name, createGrpcTransport({ baseUrl: `http://${address}` })]),
);

export function clientOf(service) {
  return createClient(service, transports[service.typeName.split('.')[1]]);
}

const passedOn = ['authorization', 'accept-language', 'traceparent', 'voronka-account'];

function callOptions(context) {
  const headers = new Headers();
  for (const name of passedOn) {
    const value = context.requestHeader.get(name);
    if (value) headers.set(name, value);
  }
  return { headers, signal: context.signal, timeoutMs: context.timeoutMs() };
}

// Keeps the details. The metadata of the inner call does not concern the outer one.
function withoutMetadata(error) {
  const received = ConnectError.from(error);
  const passed = new ConnectError(received.rawMessage, received.code);
  passed.details = received.details;
  return passed;
}

function forwarded(client, method) {
  if (method.methodKind === 'unary') {
    return (request, context) =>
      client[method.localName](request, callOptions(context)).catch((error) => {
        throw withoutMetadata(error);
      });
  }
  return async function* stream(request, context) {
    try {
      yield* client[method.localName](request, callOptions(context));
    } catch (error) {
      throw withoutMetadata(error);
    }
  };
}

export function forwardAll(router) {
  for (const service of services) {
    const client = clientOf(service);
    const methods = service.methods.map((method) => [method.localName, forwarded(client, method)]);
    router.service(service, Object.fromEntries(methods));
  }
}
