import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import hooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { isolation } from './build/isolation.eslint.js';
import { order } from './build/layers.eslint.js';

const here = fileURLToPath(new URL('.', import.meta.url));

// The folders of src, the lowest layer first: a folder imports only from the layers before its own.
const layers = [
  ['gen'],
  ['state', 'style', 'navigation'],
  ['clock', 'i18n'],
  ['session', 'components'],
  ['api', 'calendar', 'worker'],
  // What the screens share.
  ['live', 'people', 'pipelines', 'inquiries', 'credentials', 'devices', 'pushes'],
  ['cards', 'fields', 'queues', 'rights'],
  ['outbox', 'rules'],
  ['moves', 'notifications', 'clients', 'files'],
  ['approvals'],
  ['new_deal'],
  ['page'],
  ['settings', 'remarks', 'duplicates'],
  ['filters'],
  // The screens.
  ['tasks', 'deliveries', 'checklists', 'questionnaires'],
  ['offers', 'unsorted'],
  // What lists show, filtered and changed in place.
  ['tables'],
  ['board', 'deal', 'client_lists', 'held_forms', 'login', 'users', 'profile', 'preferences', 'first_steps'],
  // These show what the card of a deal shows.
  ['client_pages'],
  ['access_settings', 'field_settings', 'pipeline_settings', 'form_settings', 'queue_settings', 'configuration'],
  // What asks for parts of a deal from anywhere.
  ['move_form'],
  // What finds everything.
  ['search'],
  // What puts them together.
  ['shell'],
];

export default tseslint.config(
  { ignores: ['dist', 'src/gen', 'node_modules'] },
  { files: ['**/*.{ts,tsx}'], extends: [tseslint.configs.strictTypeChecked] },
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: here } },
    plugins: { 'react-hooks': hooks },
    rules: {
      ...hooks.configs.recommended.rules,
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      'max-lines': ['error', 400],
    },
  },
  {
    // Escape would close what is around a bare Modal, too.
    files: ['src/**/*.tsx'],
    ignores: ['src/components/Dialog.tsx'],
    rules: {
      'no-restricted-imports': [
        'error',
        { name: '@mantine/core', importNames: ['Modal'], message: 'Use components/Dialog.' },
      ],
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { layers: { rules: { order } }, words: { rules: { isolation } } },
    rules: { 'layers/order': ['error', { src: join(here, 'src'), layers }], 'words/isolation': 'error' },
  },
);
