// The details of an error as fields, because the order of a map's entries does not matter.
import { fromBinary, toJson } from '@bufbuild/protobuf';
import { registry } from '../schema.mjs';

export function readable(type, value) {
  const message = registry.getMessage(type);
  return { type, fields: toJson(message, fromBinary(message, value), { registry }) };
}
