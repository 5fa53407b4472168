// axe finds nothing serious by WCAG AA on any screen, wide or narrow, light or dark.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, test } from 'node:test';
import { launch, newPage, pageOf, url } from './support/browser.mjs';
import { eventually } from './support/eventually.mjs';
import { prepare, scenes, whoIn } from './screens/scenes.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const isFull = process.env.VORONKA_FULL === '1';
const schemes = isFull ? ['light', 'dark'] : ['light'];
const widths = isFull ? [1440, 360] : [1440];
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];
// The second scheme has other colours, and nothing else.
const rulesIn = (colorScheme) => (colorScheme === schemes[0] ? tags : ['color-contrast']);
const browser = await launch();
after(() => browser.close());
const set = await prepare();

// In its colours, and at rest: a text that is still half transparent has little contrast.
const settled = (page, colorScheme) => {
  const isSettled = (scheme) => {
    const ends = ({ effect }) => effect.getComputedTiming().endTime !== Infinity;
    const moves = document.getAnimations().some((animation) => animation.playState === 'running' && ends(animation));
    return document.documentElement.dataset.mantineColorScheme === scheme && !moves;
  };
  return eventually(() => page.evaluate(isSettled, colorScheme));
};

// What lies behind a dialog is a scene of its own, and takes longer than the dialog.
const run = (rules) => {
  const isModal = document.querySelector('[role=dialog][aria-modal=true]') !== null;
  return window.axe.run(isModal ? '[role=dialog], [role=alertdialog]' : document, { runOnly: rules, resultTypes: ['violations'] });
};

async function violations(page, rules) {
  const { violations: found } = await page.evaluate(run, rules);
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary.split('\n')[1]}`));
}

// In both colour schemes, one after the other: the screen stays as it is.
async function assertReadable(page) {
  await page.waitForTimeout(300); // what appears has appeared
  await page.evaluate(axe);
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await settled(page, colorScheme);
    assert.deepEqual(await violations(page, rulesIn(colorScheme)), [], colorScheme);
  }
}

// What these change, others would see: permissions, cookies, the connection, whom one has chosen to hear.
const apart = /^(preferences|push-invitation|device|join|offline|second-factor)/;

async function loggedIn(who, width) {
  const page = await pageOf(browser, who, { width });
  const context = page.context();
  await page.close();
  await context.addInitScript(() => localStorage.clear());
  return context;
}

// Logging in takes longer than most scenes, so people stay logged in. Nothing else of a scene reaches the next.
function peopleAt(width) {
  const contexts = new Map();
  return async (who) => {
    if (!contexts.has(who)) contexts.set(who, await loggedIn(who, width));
    return contexts.get(who);
  };
}

for (const width of widths) {
  const person = peopleAt(width);
  test(`the login is easy to read and to reach, ${width} px`, async () => {
    const page = await newPage(browser, { width });
    await page.goto(url);
    await page.waitForSelector('[name=login]');
    await assertReadable(page);
  });
  for (const [name, act] of Object.entries(scenes)) {
    test(`easy to read and to reach: ${name}, ${width} px`, async (t) => {
      const isApart = apart.test(name);
      const context = await (isApart ? loggedIn(whoIn(name), width) : person(whoIn(name)));
      const page = await context.newPage();
      // Whatever stays open slows down the rest.
      t.after(() => (isApart ? context : page).close());
      await act(page, set);
      await assertReadable(page);
    });
  }
}
