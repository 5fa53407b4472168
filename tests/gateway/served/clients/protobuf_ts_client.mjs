// The transport of protobuf-ts.
import { create, fromBinary, toBinary } from '@bufbuild/protobuf';
import { GrpcWebFetchTransport } from '@protobuf-ts/grpcweb-transport';
import { Code } from '@connectrpc/connect';
import { refusal } from './status_details.mjs';

const typeOf = (message) => ({
  toBinary: (value) => toBinary(message, value),
  fromBinary: (bytes) => fromBinary(message, bytes),
});

const methodOf = (method) => ({
  name: method.name,
  service: { typeName: method.parent.typeName },
  I: typeOf(method.input),
  O: typeOf(method.output),
});

// gRPC's code names differ from Connect's in case, and one in spelling.
const codeOf = (name) =>
  name === 'CANCELLED'
    ? Code.Canceled
    : Code[name.toLowerCase().replace(/(^|_)(.)/g, (_, __, letter) => letter.toUpperCase())];

const told = (error) => refusal(codeOf(error.code), error.message, error.meta);

function client(baseUrl, format) {
  const transport = new GrpcWebFetchTransport({ baseUrl, format });
  const call = ({ headers, timeoutMs, signal }) =>
    transport.mergeOptions({ meta: headers, timeout: timeoutMs, abort: signal });
  return {
    async unary(method, request, options) {
      try {
        return await transport.unary(methodOf(method), create(method.input, request), call(options)).response;
      } catch (error) {
        throw told(error);
      }
    },
    async *stream(method, request, options) {
      const streaming = transport.serverStreaming(methodOf(method), create(method.input, request), call(options));
      for (const side of [streaming.headers, streaming.status, streaming.trailers]) side.catch(() => {});
      try {
        yield* streaming.responses;
      } catch (error) {
        throw told(error);
      }
    },
  };
}

export const protobufTsClients = {
  'protobuf-ts in binary': (baseUrl) => client(baseUrl, 'binary'),
  'protobuf-ts in text': (baseUrl) => client(baseUrl, 'text'),
};
