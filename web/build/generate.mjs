// Makes src/gen, the TypeScript of the protos, by protoc (which the services are built with) and protoc-gen-es.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const web = dirname(dirname(fileURLToPath(import.meta.url)));
const protos = join(web, '..', 'protos');
const output = join(web, 'src', 'gen');
const folders = [
  'google/rpc',
  'voronka/options/v1',
  'voronka/crm/v1',
  'voronka/distribution/v1',
  'voronka/notifier/v1',
];

const files = folders.flatMap((folder) =>
  readdirSync(join(protos, folder))
    .filter((name) => name.endsWith('.proto'))
    .map((name) => join(folder, name)),
);

rmSync(output, { recursive: true, force: true });
mkdirSync(output, { recursive: true });
execFileSync(
  'protoc',
  [
    `--plugin=protoc-gen-es=${join(web, 'node_modules', '.bin', 'protoc-gen-es')}`,
    `--proto_path=${protos}`,
    `--es_out=${output}`,
    '--es_opt=target=ts,json_types=true',
    ...files,
  ],
  { stdio: 'inherit' },
);
