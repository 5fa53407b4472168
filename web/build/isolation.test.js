import { Linter } from 'eslint';
import { expect, test } from 'vitest';
import { isolation } from './isolation.eslint.js';

const config = {
  languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } },
  plugins: { words: { rules: { isolation } } },
  rules: { 'words/isolation': 'error' },
};

const problems = (code) => new Linter().verify(code, config).map(({ messageId }) => messageId);

test.each([
  '<p>{actor} · <time>12:05</time></p>;',
  '<button>{stage.name} <span>3</span></button>;',
  '<div><img /> {name}</div>;',
])('a variable next to a text is refused: %s', (code) => expect(problems(code)).toEqual(['bare']));

test.each([
  '<p><bdi>{actor}</bdi> · <time>12:05</time></p>;',
  '<p>{name}</p>;',
  '<p>{t("board.title", { name })} <span>3</span></p>;',
  '<p>\n  {name}\n  <span>3</span>\n</p>;',
])('what stands alone, or in an element of its own, is not: %s', (code) => expect(problems(code)).toEqual([]));
