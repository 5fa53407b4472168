// The details in the trailer grpc-status-details-bin, in the form in which Connect's clients show them.
import { fromBinary } from '@bufbuild/protobuf';
import { codeToString } from '@connectrpc/connect/protocol-connect';
import { registry } from '../schema.mjs';
import { readable } from './error_details.mjs';

const status = registry.getMessage('google.rpc.Status');

function detailsOf(trailer) {
  if (!trailer) return [];
  return fromBinary(status, Buffer.from(trailer, 'base64')).details.map(({ typeUrl, value }) =>
    readable(typeUrl.slice(typeUrl.lastIndexOf('/') + 1), value),
  );
}

export function refusal(code, message, trailers) {
  return { code: codeToString(code), message, details: detailsOf(trailers?.['grpc-status-details-bin']) };
}
