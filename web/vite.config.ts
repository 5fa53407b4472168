import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { budget } from './build/budget';
import { precompress } from './build/precompress';
import { serviceWorker } from './build/service_worker';

const gateway = process.env.VORONKA_GATEWAY ?? 'http://127.0.0.1:7700';

export default defineConfig({
  plugins: [react(), budget({ route: 'Workplace', kibibytes: 260 }), serviceWorker(), precompress()],
  server: { proxy: { '^/(voronka\\.|session/)': gateway } },
  preview: { proxy: { '^/(voronka\\.|session/)': gateway } },
  build: {
    target: 'es2022',
    rollupOptions: {
      input: { index: 'index.html', sw: 'src/worker/sw.ts' },
      output: { entryFileNames: ({ name }) => (name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js') },
    },
  },
});
