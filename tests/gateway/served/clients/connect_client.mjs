// The clients of Connect-ES: gRPC-Web, and Connect in JSON and in binary.
import { ConnectError, createClient } from '@connectrpc/connect';
import { createConnectTransport, createGrpcWebTransport } from '@connectrpc/connect-web';
import { codeToString } from '@connectrpc/connect/protocol-connect';
import { registry } from '../schema.mjs';
import { readable } from './error_details.mjs';

function refusal(thrown) {
  const error = ConnectError.from(thrown);
  const details = error.details.map(({ type, value }) => readable(type, value));
  return { code: codeToString(error.code), message: error.rawMessage, details };
}

function client(transport) {
  const named = (method) => createClient(method.parent, transport)[method.localName];
  return {
    unary: (method, request, options) =>
      named(method)(request, options).catch((error) => {
        throw refusal(error);
      }),
    async *stream(method, request, options) {
      try {
        yield* named(method)(request, options);
      } catch (error) {
        throw refusal(error);
      }
    },
  };
}

export const connectClients = {
  'connect-web by gRPC-Web': (baseUrl) => client(createGrpcWebTransport({ baseUrl })),
  'connect-web by Connect in JSON': (baseUrl) => client(createConnectTransport({ baseUrl, jsonOptions: { registry } })),
  'connect-web by Connect in binary': (baseUrl) => client(createConnectTransport({ baseUrl, useBinaryFormat: true })),
};
