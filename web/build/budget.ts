import { gzipSync } from 'node:zlib';
import type { Plugin, Rollup } from 'vite';

type Bundle = Rollup.OutputBundle;

interface Budget {
  // The page that the budget is for: its chunk's name.
  route: string;
  kibibytes: number;
}

// What a browser loads to show the route: the entry, the route, all that they import, and their styles.
export function filesOf(bundle: Bundle, route: string): Set<string> {
  const files = new Set<string>();
  const add = (name: string) => {
    const chunk = bundle[name];
    if (files.has(name) || chunk?.type !== 'chunk') return;
    files.add(name);
    chunk.viteMetadata?.importedCss.forEach((style) => files.add(style));
    chunk.imports.forEach(add);
  };
  for (const chunk of Object.values(bundle)) {
    if (chunk.type === 'chunk' && (chunk.name === 'index' || chunk.name === route)) add(chunk.fileName);
  }
  return files;
}

function gzippedBytes(file: Bundle[string] | undefined): number {
  if (!file) return 0;
  return gzipSync(file.type === 'chunk' ? file.code : file.source).length;
}

// Fails a build whose route weighs more than it may.
export function budget({ route, kibibytes }: Budget): Plugin {
  return {
    name: 'voronka-budget',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const bytes = [...filesOf(bundle, route)].reduce((sum, name) => sum + gzippedBytes(bundle[name]), 0);
      const report = `${route}: ${(bytes / 1024).toFixed(1)} KiB of scripts and styles, gzipped; at most ${kibibytes}`;
      if (bytes > kibibytes * 1024) this.error(report);
      this.info(report);
    },
  };
}
