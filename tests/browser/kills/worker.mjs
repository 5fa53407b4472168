// A manager in their own browser: takes deal after deal, moves it, and records what was said.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { Person } from '../support/api.mjs';
import { card, cardIn, gone, logIn, newPage, unsent } from '../support/browser.mjs';
import { eventually } from '../support/eventually.mjs';
import { listen } from './told.mjs';

const longMs = 30_000;

// Through the API, which is also unavailable while a service is.
const persistently = (call) => eventually(() => call().catch(() => undefined), { timeoutMs: longMs });

export class Worker {
  static async begin(browser, who) {
    const page = await newPage(browser);
    await page.addInitScript(listen);
    page.context().setDefaultTimeout(longMs);
    await logIn(page, who);
    await page.waitForSelector('section[data-stage]');
    return new Worker(page, await Person.logIn(who));
  }

  constructor(page, person) {
    this.page = page;
    this.person = person;
    this.deals = [];
    this.goesOn = true;
  }

  get done() {
    return this.deals.length;
  }

  stop() {
    this.goesOn = false;
  }

  async work() {
    while (this.goesOn) {
      const deal = await persistently(() => this.person.makeDeal(`Дело ${randomUUID().slice(0, 8)}`));
      this.deals.push(deal);
      await this.move(deal);
      await this.note(deal);
    }
  }

  async move(deal) {
    await cardIn(this.page, 'new', deal).waitFor();
    await card(this.page, deal).focus();
    await this.page.keyboard.press('m');
    await this.page.getByRole('group', { name: 'Этапы' }).getByText('Принято в работу').click();
    await cardIn(this.page, 'accepted', deal).waitFor();
  }

  // Whoever is told that it did not work presses the button again.
  async note(deal) {
    await card(this.page, deal).click();
    const dialog = this.page.getByRole('dialog', { name: deal.name });
    await dialog.getByRole('textbox', { name: 'Примечание' }).fill(`Примечание к ${deal.name}`);
    await eventually(
      async () => {
        await dialog.getByRole('button', { name: 'Добавить примечание' }).click({ timeout: 500 }).catch(() => undefined);
        return (await dialog.getByRole('textbox', { name: 'Примечание' }).inputValue()) === '';
      },
      { timeoutMs: longMs, everyMs: 300 },
    );
    await this.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
  }

  // Milliseconds until a change made elsewhere is on this screen.
  async recovered() {
    const from = performance.now();
    const deal = await persistently(() => this.person.makeDeal(`Снова ${randomUUID().slice(0, 8)}`));
    await card(this.page, deal).waitFor({ state: 'attached' });
    await gone(this.page.getByText('Нет связи.'));
    return performance.now() - from;
  }

  async checkRecord() {
    await gone(unsent(this.page));
    for (const deal of this.deals) {
      const { visits } = await this.person.call('DealService/ListStageHistory', { dealId: deal.id });
      assert.deepEqual(visits.map(({ stage }) => stage), ['new', 'accepted'], deal.name);
      const { entries } = await this.person.call('TimelineService/ListTimeline', { dealId: deal.id });
      assert.equal(entries.filter(({ kind }) => kind === 'KIND_NOTE').length, 1, deal.name);
    }
  }

  told() {
    return this.page.evaluate(() => [...window.told]);
  }
}
