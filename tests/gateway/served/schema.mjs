// The services by their descriptors, which protoc reads: no code is generated.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createFileRegistry, fromBinary } from '@bufbuild/protobuf';
import { FileDescriptorSetSchema } from '@bufbuild/protobuf/wkt';

const protos = fileURLToPath(new URL('../../../protos', import.meta.url));
const folders = ['google/rpc', 'voronka/crm/v1', 'voronka/distribution/v1', 'voronka/notifier/v1'];

function compileDescriptors() {
  const folder = mkdtempSync(join(tmpdir(), 'voronka-descriptors-'));
  const file = join(folder, 'set.binpb');
  const sources = execFileSync('find', [...folders, '-name', '*.proto'], { cwd: protos, encoding: 'utf8' });
  execFileSync('protoc', [`-I${protos}`, '--include_imports', `--descriptor_set_out=${file}`, ...sources.trim().split('\n')]);
  const bytes = readFileSync(file);
  rmSync(folder, { recursive: true });
  return bytes;
}

export const registry = createFileRegistry(fromBinary(FileDescriptorSetSchema, compileDescriptors()));

export const services = [...registry].filter((type) => type.kind === 'service');
