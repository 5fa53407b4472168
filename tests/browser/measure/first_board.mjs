// From submitting the login to the cards of a board, in a browser with an empty cache.
import { newPage, password, url } from '../support/browser.mjs';
import { widePipeline } from './wide_pipeline.mjs';

const rounds = 15;

// Called in the page before the submit. Returns the milliseconds until the frame with cards has been painted.
function untilCards() {
  return new Promise((resolve) => {
    let submitted;
    addEventListener('submit', () => (submitted = performance.now()), { capture: true, once: true });
    const painted = () => requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - submitted)));
    const look = () => (document.querySelector('article[data-deal]') ? painted() : requestAnimationFrame(look));
    look();
  });
}

async function once(browser, who) {
  const page = await newPage(browser);
  await page.goto(`${url}/board/${widePipeline}`);
  await page.fill('[name=login]', `${who}@demo.voronka`);
  await page.fill('[name=password]', password);
  const time = page.evaluate(untilCards);
  await page.click('button[type=submit]');
  const result = await time;
  await page.context().close();
  return result;
}

// The head of sales sees everybody's deals.
export async function firstBoards(browser) {
  const times = [];
  for (let round = 0; round < rounds; ++round) times.push(await once(browser, 'olga'));
  return times;
}
