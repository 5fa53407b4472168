// What the page says to a manager comes from its texts.
import { readFileSync } from 'node:fs';

const read = (name) => readFileSync(new URL(`../../../web/src/i18n/${name}.ts`, import.meta.url), 'utf8');
const source = read('ru') + read('ru_connection');
const escaped = (text) => text.replace(/[.*+?^$()|[\]\\]/g, '\\$&');
const texts = [...source.matchAll(/'((?:[^'\\]|\\.)+)'/g)].map(([, text]) => escaped(text).replace(/\{\{\w+\}\}/g, '.+'));
const known = new RegExp(`^(${texts.join('|')})$`);

// Collects the messages in the page, before its scripts run.
export function listen() {
  window.told = new Set();
  const look = () =>
    document.querySelectorAll('[role=status] span, [role=alert]:not(:has(p)), [role=alert] p, [class*=error]').forEach((element) => {
      const text = element.textContent.trim();
      if (text) window.told.add(text);
    });
  new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true });
}

export const strangeTexts = (told) => told.filter((text) => !known.test(text));
