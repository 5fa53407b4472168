// npm run screens: pictures of every screen in its states, wide and narrow, in both languages, in screens/seen.
import { mkdirSync, rmSync } from 'node:fs';
import { launch, logIn, newPage, url } from '../support/browser.mjs';
import { prepare, scenes, whoIn } from './scenes.mjs';

const folder = new URL('seen/', import.meta.url).pathname;
const sizes = { wide: [1440, 900], narrow: [360, 740] };
const locales = { ru: 'ru-RU', en: 'en-GB' };
const only = process.argv[2] ? new RegExp(process.argv[2]) : /./;

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);
const browser = await launch();
const set = await prepare();

async function take(name, { locale, width, height }, act) {
  const page = await newPage(browser, { locale, width, height });
  try {
    await page.goto(url);
    await act(page);
    await page.waitForTimeout(400);
    await page.screenshot({ path: `${folder}${name}.png` });
  } catch (error) {
    console.error(`${name}: ${error.message.split('\n')[0]}`);
    process.exitCode = 1;
  }
  await page.context().close();
}

for (const [language, locale] of Object.entries(locales)) {
  for (const [size, [width, height]] of Object.entries(sizes)) {
    const options = { locale, width, height };
    if (only.test('login')) await take(`login-${language}-${size}`, options, (page) => page.fill('[name=login]', 'anna'));
    for (const [name, act] of Object.entries(scenes).filter(([scene]) => only.test(scene))) {
      await take(`${name}-${language}-${size}`, options, async (page) => {
        await logIn(page, whoIn(name));
        await page.waitForSelector('section[data-stage]');
        await act(page, set);
      });
    }
  }
}
await browser.close();
