import { defineConfig } from 'vitest/config';

export default defineConfig({
  // By its number: a bare machine knows no `localhost`.
  server: { host: '127.0.0.1' },
  test: { setupFiles: ['build/browser_globals.ts'] },
});
