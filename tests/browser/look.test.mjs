// axe finds nothing serious by WCAG AA on any screen, wide or narrow, light or dark.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { logIn, newPage, openBrowser, url } from './support/browser.mjs';
import { prepare, scenes, whoIn } from './screens/scenes.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const schemes = ['light', 'dark'];
const widths = process.env.VORONKA_FULL === '1' ? [1440, 360] : [1440];
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];
// The second scheme has other colours, and nothing else.
const rulesIn = (colorScheme) => (colorScheme === schemes[0] ? tags : ['color-contrast']);
const browser = await openBrowser();
const set = await prepare();

async function violations(page, rules) {
  await page.waitForTimeout(300); // what appears has appeared: a text that is still half transparent has little contrast
  await page.evaluate(axe);
  const { violations: found } = await page.evaluate((wanted) => window.axe.run({ runOnly: wanted }), rules);
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary.split('\n')[1]}`));
}

// In both colour schemes, one after the other: the screen stays as it is.
async function assertReadable(page) {
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme });
    assert.deepEqual(await violations(page, rulesIn(colorScheme)), [], colorScheme);
  }
}

for (const width of widths) {
  test(`the login is easy to read and to reach, ${width} px`, async () => {
    const page = await newPage(browser, { width });
    await page.goto(url);
    await page.waitForSelector('[name=login]');
    await assertReadable(page);
  });
  for (const [name, act] of Object.entries(scenes)) {
    test(`easy to read and to reach: ${name}, ${width} px`, async () => {
      const page = await newPage(browser, { width });
      await logIn(page, whoIn(name));
      await page.waitForSelector('section[data-stage]');
      await act(page, set);
      await assertReadable(page);
      await page.context().close();
    });
  }
}
