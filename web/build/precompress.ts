import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

const compressible = /\.(js|css|html|svg|webmanifest|json)$/;

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}

// Writes FILE.br and FILE.gz beside every text, so that the gateway need not compress.
export function precompress(): Plugin {
  let output = '';
  return {
    name: 'voronka-precompress',
    apply: 'build',
    enforce: 'post',
    configResolved(config) {
      output = config.build.outDir;
    },
    closeBundle() {
      for (const path of filesBelow(output).filter((name) => compressible.test(name))) {
        const text = readFileSync(path);
        writeFileSync(`${path}.br`, brotliCompressSync(text));
        writeFileSync(`${path}.gz`, gzipSync(text, { level: 9 }));
      }
    },
  };
}
