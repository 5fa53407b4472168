import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { budget } from './build/budget';
import { precompress } from './build/precompress';
import { serviceWorker } from './build/service_worker';

const gateway = process.env.VORONKA_GATEWAY ?? 'http://127.0.0.1:7700';

// As the gateway sends it, so that what it would forbid is seen here first.
const policy =
  "default-src 'self'; connect-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; " +
  "script-src 'self'; worker-src 'self'; manifest-src 'self'; frame-ancestors 'none'; base-uri 'none'; " +
  "form-action 'self'";

// The gateway takes a session's calls only from its own origin: it must see the host that the browser sees.
const proxy = { '^/(voronka\\.|session/|files/|readyz)': { target: gateway, changeOrigin: false } };

export default defineConfig({
  plugins: [
    react(),
    // 23 KiB of it describe the messages that the board reads, and grow with the API. Texts are not counted: a
    // browser loads those of one language, beside the scripts.
    budget({ route: 'Workplace', kibibytes: 265 }),
    // It names every file of the client, to keep them.
    serviceWorker({ entry: 'src/worker/sw.ts', kibibytes: 9 }),
    precompress(),
  ],
  // By its number: a bare machine knows no `localhost`.
  server: { host: '127.0.0.1', proxy },
  preview: { headers: { 'content-security-policy': policy }, proxy },
  build: {
    target: 'es2022',
    rollupOptions: { output: { entryFileNames: 'assets/[name]-[hash].js' } },
  },
});
