import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

const placeholder = '__SHELL__';

// Tells the service worker what the client consists of, and so which version of it this is.
export function serviceWorker(): Plugin {
  return {
    name: 'voronka-service-worker',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const worker = bundle['sw.js'];
      if (worker?.type !== 'chunk') this.error('the service worker is not built');
      const files = Object.keys(bundle).filter((name) => name.startsWith('assets/'));
      const version = createHash('sha256').update(files.join()).digest('hex').slice(0, 12);
      const shell = { version, files: ['/', ...files.map((name) => `/${name}`)] };
      worker.code = worker.code.replaceAll(placeholder, () => JSON.stringify(shell));
    },
  };
}
