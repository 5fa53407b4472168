// What Node.js runs, here and in the tests, must run on the oldest that package.json asks for: Debian's.
import { readFileSync } from 'node:fs';
import es from 'eslint-plugin-es-x';
import node from 'eslint-plugin-n';
import tseslint from 'typescript-eslint';

const { engines } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

// They are there, though it calls them experimental.
const experimental = [
  'crypto.webcrypto',
  'fetch',
  'FormData',
  'Headers',
  'ReadableStream',
  'Request',
  'Response',
  'TransformStream',
  'test',
  'test.describe',
];
// Of the pages: what functions given to page.evaluate use.
const ofPages = ['localStorage', 'navigator', 'sessionStorage'];

// Newer than what the plugin for Node.js knows of the language.
const newest = Object.entries(es.rules).filter(([, { meta }]) => /^ES202[5-9]/.test(meta.docs.category));

export default [
  {
    files: ['**/*.{cjs,js,mjs,ts}'],
    languageOptions: {
      parser: tseslint.parser,
      // A global is looked for only where it is known to be one.
      globals: { ...node.configs['flat/recommended-module'].languageOptions.globals, EventSource: 'readonly' },
    },
    plugins: { es, n: node },
    settings: { node: { version: engines.node } },
    rules: {
      ...Object.fromEntries(newest.map(([name]) => [`es/${name}`, 'error'])),
      'n/no-unsupported-features/es-builtins': 'error',
      'n/no-unsupported-features/es-syntax': ['error', { ignores: ['modules'] }],
      'n/no-unsupported-features/node-builtins': ['error', { ignores: [...experimental, ...ofPages] }],
    },
  },
];
