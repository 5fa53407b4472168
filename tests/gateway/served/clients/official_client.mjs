// The official runtime of gRPC-Web. It is made for browsers and has no fetch of its own, so it gets an XMLHttpRequest.
import { create, fromBinary, toBinary } from '@bufbuild/protobuf';
import grpcWeb from 'grpc-web';
import { refusal } from './status_details.mjs';
import { XMLHttpRequest } from './xml_http_request.mjs';

globalThis.XMLHttpRequest = XMLHttpRequest;

function descriptor(method, type) {
  const named = `/${method.parent.typeName}/${method.name}`;
  const encode = (message) => toBinary(method.input, message);
  return new grpcWeb.MethodDescriptor(named, type, Object, Object, encode, (bytes) => fromBinary(method.output, bytes));
}

function metadata({ headers = {}, timeoutMs }) {
  return timeoutMs ? { ...headers, deadline: String(Date.now() + timeoutMs) } : headers;
}

// The metadata of an error are its trailers.
const told = (error) => refusal(error.code, error.message, error.metadata);

// Makes a stream of events iterable.
async function* messagesOf(call, signal) {
  const waiting = [];
  let wake = () => {};
  const push = (step) => {
    waiting.push(step);
    wake();
  };
  call.on('data', (message) => push({ message }));
  call.on('error', (error) => push({ error: told(error) }));
  call.on('end', () => push({ ended: true }));
  signal?.addEventListener('abort', () => {
    call.cancel();
    push({ error: { code: 'canceled' } });
  });
  for (;;) {
    if (waiting.length === 0) await new Promise((resolve) => (wake = resolve));
    const { message, error, ended } = waiting.shift() ?? {};
    if (error) throw error;
    if (ended) return;
    if (message) yield message;
  }
}

function client(baseUrl, format) {
  const base = new grpcWeb.GrpcWebClientBase({ format });
  const url = (method) => `${baseUrl}/${method.parent.typeName}/${method.name}`;
  return {
    unary: (method, request, options) =>
      base
        .unaryCall(url(method), create(method.input, request), metadata(options), descriptor(method, 'unary'))
        .catch((error) => {
          throw told(error);
        }),
    stream: (method, request, options) =>
      messagesOf(
        base.serverStreaming(
          url(method),
          create(method.input, request),
          metadata(options),
          descriptor(method, 'server_streaming'),
        ),
        options.signal,
      ),
  };
}

// Only text mode delivers stream messages as they arrive.
export const officialClients = {
  'grpc-web in text': (baseUrl) => client(baseUrl, 'text'),
};
