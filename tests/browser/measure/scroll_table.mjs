// A table of ten thousand deals that is scrolled by the wheel: the time that the page's scripts take in each frame.
import { pageOf, url } from '../support/browser.mjs';
import { scriptingOfFrames, traced } from './frames.mjs';
import { widePipeline } from './wide_pipeline.mjs';

const turns = 300;
const turnPx = 700;

export async function scrolls(browser) {
  const page = await pageOf(browser, 'olga');
  await page.goto(`${url}/table/${widePipeline}`);
  await page.locator('[data-row]').first().waitFor();
  await page.getByRole('grid').hover();
  const events = await traced(browser, page, 'scroll', async () => {
    for (let turn = 0; turn < turns; ++turn) {
      await page.mouse.wheel(0, turnPx);
      await page.waitForTimeout(16);
    }
  });
  await page.context().close();
  return scriptingOfFrames(events);
}
