// Markup for every text that a caller may write, derived from the descriptors.
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createFileRegistry, fromBinary, getOption, hasOption } from '@bufbuild/protobuf';
import { FileDescriptorSetSchema } from '@bufbuild/protobuf/wkt';

const protos = fileURLToPath(new URL('../../../protos', import.meta.url));
const services = ['crm', 'distribution'].map((name) => join('voronka', name, 'v1'));

function describedProtos() {
  const output = join(mkdtempSync(join(tmpdir(), 'canaries-')), 'protos');
  const files = services.flatMap((folder) => readdirSync(join(protos, folder)).map((name) => join(folder, name)));
  execFileSync('protoc', [`--proto_path=${protos}`, '--include_imports', `--descriptor_set_out=${output}`, ...files]);
  return createFileRegistry(fromBinary(FileDescriptorSetSchema, readFileSync(output)));
}

const registry = describedProtos();
const bounds = registry.getExtension('voronka.options.v1.field');
const markup = '<svg onload=window.canary=1>';

export const canaryOf = (field) => `${field.parent.name}.${field.localName}${markup}`;

// What the field may hold; undefined if the caller cannot choose the text.
function wordsFor(field) {
  const { outputOnly, format, maxLength, pattern, secret } = hasOption(field, bounds) ? getOption(field, bounds) : {};
  if (outputOnly || secret || pattern || format) return undefined;
  return maxLength < canaryOf(field).length ? markup.slice(0, maxLength) : canaryOf(field);
}

function filledField(field, given) {
  const isText = field.scalar === 9 && field.fieldKind === 'scalar';
  if (isText) return given ?? wordsFor(field);
  if (given === undefined || field.fieldKind === 'scalar') return given;
  if (field.fieldKind === 'message') return filled(field.message.typeName, given);
  if (field.listKind === 'message') return given.map((item) => filled(field.message.typeName, item));
  return given;
}

// The message as JSON, with a canary in each text that is not given, including nested messages that are given.
export function filled(typeName, given = {}) {
  if (typeName.startsWith('google.')) return given;
  const { fields } = registry.getMessage(typeName);
  const values = fields.map((field) => [field.jsonName, filledField(field, given[field.jsonName])]);
  return Object.fromEntries(values.filter(([, value]) => value !== undefined));
}

// The request of a method, for example `DealService/CreateDeal`.
export function filledRequest(method, given) {
  const [service, name] = method.split('/');
  const { input } = registry.getService(`voronka.crm.v1.${service}`).methods.find((candidate) => candidate.name === name);
  return filled(input.typeName, { requestId: randomUUID(), ...given });
}
