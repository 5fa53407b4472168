import { Linter } from 'eslint';
import { expect, test } from 'vitest';
import { order } from './layers.eslint.js';

const layers = [['state'], ['api', 'people'], ['board']];
const config = {
  plugins: { layers: { rules: { order } } },
  rules: { 'layers/order': ['error', { src: '/web/src', layers }] },
};

function problems(file, code) {
  const filename = `/web/src/${file}`;
  return new Linter({ cwd: '/web' }).verify(code, config, { filename }).map(({ messageId }) => messageId);
}

test('a folder imports from the layers below it, and from itself', () => {
  expect(problems('board/card.js', "import '../state/topic'; import './columns'; import 'react';")).toEqual([]);
});

test.each([
  "import '../board/card';",
  "export { Card } from '../board/card';",
  "export * from '../board/card';",
  "void import('../board/card');",
])('an import upward is refused: %s', (code) => {
  expect(problems('api/clients.js', code)).toEqual(['upward']);
});

test('folders of one layer do not import each other', () => {
  expect(problems('api/clients.js', "import '../people/people';")).toEqual(['upward']);
});

test('a folder must have a layer', () => {
  expect(problems('reports/page.js', "import '../board/card';")).toContain('unlisted');
  expect(problems('board/card.js', "import '../reports/page';")).toEqual(['upward']);
});

test('the file that starts the page imports from anywhere, and nobody from it', () => {
  expect(problems('main.js', "import './board/card';")).toEqual([]);
  expect(problems('board/card.js', "import '../main';")).toEqual(['upward']);
});
