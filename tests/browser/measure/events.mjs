// Time from the commit of a move, according to the deal's timeline, to the frame of another browser that shows it.
import { Person } from '../support/api.mjs';
import { cardIn, pageOf } from '../support/browser.mjs';

const rounds = 100;

// In the page. By the machine's clock, which the services use as well.
function shownAt(selector) {
  return new Promise((resolve) => {
    const look = () => {
      if (!document.querySelector(selector)) return;
      observer.disconnect();
      requestAnimationFrame(() => setTimeout(() => resolve(performance.timeOrigin + performance.now())));
    };
    const observer = new MutationObserver(look);
    observer.observe(document.body, { childList: true, subtree: true });
    look();
  });
}

const millis = (timestamp) => {
  const [seconds, fraction = ''] = timestamp.replace('Z', '').split('.');
  return Date.parse(`${seconds}Z`) + Number(`0.${fraction || 0}`) * 1000;
};

async function once(page, anna, deal, stage) {
  const shown = page.evaluate(shownAt, `section[data-stage=${stage}] article[data-deal="${deal.id}"]`);
  const moved = await anna.move(deal, stage);
  return (await shown) - millis(moved.updateTime);
}

export async function events(browser) {
  const anna = await Person.logIn('anna');
  const page = await pageOf(browser, 'anna');
  const deal = await anna.makeDeal('Туда и обратно', { stage: 'accepted' });
  await cardIn(page, 'accepted', deal).waitFor();
  const times = [];
  for (let round = 0; round < rounds; ++round) {
    times.push(await once(page, anna, deal, round % 2 ? 'accepted' : 'price_sent'));
    await page.waitForTimeout(Math.random() * 50);
  }
  await page.context().close();
  return times;
}
