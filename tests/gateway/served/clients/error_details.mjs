// The details of an error as their fields: the order in which a map is written is nobody's business.
import { fromBinary, toJson } from '@bufbuild/protobuf';
import { registry } from '../schema.mjs';

export function readable(type, value) {
  const message = registry.getMessage(type);
  return { type, fields: toJson(message, fromBinary(message, value), { registry }) };
}
