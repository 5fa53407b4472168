// A drag of a card to the next column on the wide board: the time that the page's scripts take in each frame, and the
// time until the card is in its place.
import { pageOf, url } from '../support/browser.mjs';
import { scriptingOfFrames, traced } from './frames.mjs';
import { widePipeline } from './wide_pipeline.mjs';

const rounds = 12;
const steps = 30;

// In the page: milliseconds from the release of the mouse until the card is drawn in that column.
function untilSettled([stage, deal]) {
  return new Promise((resolve) => {
    const released = new Promise((told) =>
      addEventListener('drop', () => told(performance.now()), { capture: true, once: true }),
    );
    const look = () => {
      const there = document.querySelector(`section[data-stage="${stage}"] article[data-deal="${deal}"]`);
      if (!there) return requestAnimationFrame(look);
      return requestAnimationFrame(() => setTimeout(async () => resolve(performance.now() - (await released))));
    };
    look();
  });
}

async function drag(page, from, to) {
  await page.mouse.move(from.x + 40, from.y + 20);
  await page.mouse.down();
  for (let step = 1; step <= steps; ++step) {
    const share = step / steps;
    await page.mouse.move(from.x + 40 + (to.x + 60 - from.x - 40) * share, from.y + 20 + (to.y + 80 - from.y - 20) * share);
  }
  await page.mouse.up();
}

async function once(browser, page, round) {
  const stages = await page.locator('section[data-stage]').evaluateAll((all) => all.map(({ dataset }) => dataset.stage));
  const [source, target] = round % 2 ? [stages[2], stages[1]] : [stages[1], stages[2]];
  const card = page.locator(`section[data-stage="${source}"] article[data-deal]`).first();
  const deal = await card.getAttribute('data-deal');
  const [from, to] = [await card.boundingBox(), await page.locator(`section[data-stage="${target}"]`).boundingBox()];
  const settled = page.evaluate(untilSettled, [target, deal]);
  const events = await traced(browser, page, 'dragover', async () => {
    await drag(page, from, to);
    await settled;
  });
  return { frames: scriptingOfFrames(events), settled: await settled };
}

export async function drags(browser) {
  const page = await pageOf(browser, 'olga');
  await page.goto(`${url}/board/${widePipeline}`);
  await page.locator('article[data-deal]').first().waitFor();
  const results = [];
  for (let round = 0; round < rounds; ++round) results.push(await once(browser, page, round));
  await page.context().close();
  return { frames: results.flatMap(({ frames }) => frames), settled: results.map(({ settled }) => settled) };
}
