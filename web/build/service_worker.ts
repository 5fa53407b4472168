import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { build, type Plugin, type Rollup } from 'vite';

interface ServiceWorker {
  entry: string;
  // The most that it may weigh, gzipped: every browser loads it beside the page.
  kibibytes: number;
}

// What the client consists of, and so which version of it this is.
function shellOf(bundle: Rollup.OutputBundle): { version: string; files: string[] } {
  const files = Object.keys(bundle).filter((name) => name.startsWith('assets/'));
  const version = createHash('sha256').update(files.join()).digest('hex').slice(0, 12);
  return { version, files: ['/', ...files.map((name) => `/${name}`)] };
}

// A script of its own, which shares no file with the page: not all browsers let a service worker import.
function buildWorker(entry: string, outDir: string, shell: object) {
  return build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    define: { __SHELL__: JSON.stringify(shell) },
    build: {
      target: 'es2022',
      outDir,
      emptyOutDir: false,
      modulePreload: false,
      rollupOptions: { input: entry, output: { format: 'iife', entryFileNames: 'sw.js' } },
    },
  });
}

export function serviceWorker({ entry, kibibytes }: ServiceWorker): Plugin {
  let outDir = '';
  return {
    name: 'voronka-service-worker',
    apply: 'build',
    configResolved(config) {
      outDir = config.build.outDir;
    },
    async writeBundle(_options, bundle) {
      const built = (await buildWorker(entry, outDir, shellOf(bundle))) as Rollup.RollupOutput;
      const bytes = gzipSync(built.output[0].code).length;
      const report = `service worker: ${(bytes / 1024).toFixed(1)} KiB, gzipped; at most ${kibibytes}`;
      if (bytes > kibibytes * 1024) this.error(report);
      this.info(report);
    },
  };
}
