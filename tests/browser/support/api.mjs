// Sets up the data of a story through the JSON API, as an integration would.
import { randomUUID } from 'node:crypto';
import { loginOf, password, url } from './browser.mjs';

async function post(path, body, headers = {}) {
  const response = await fetch(url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  if (response.status === 429) {
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    return post(path, body, headers);
  }
  const answer = await response.json();
  if (!response.ok) throw new Error(`${path}: ${response.status} ${JSON.stringify(answer)}`);
  return answer;
}

// A phone of a client who is new to every story.
export const newPhone = () => `+7916${String(Math.floor(Math.random() * 1e7)).padStart(7, '0')}`;

// A token lasts for 15 minutes, and some stories for longer.
const renewAfterMs = 10 * 60_000;

export class Person {
  static async logIn(who) {
    const person = new Person();
    await person.#logIn(who);
    return person;
  }

  #token;
  #renew;

  async #logIn(who) {
    const { accessToken, user } = await post('/session/login', { login: loginOf(who), password });
    const since = Date.now();
    this.id = user.id;
    this.#token = accessToken;
    this.#renew = async () => Date.now() - since > renewAfterMs && (await this.#logIn(who));
  }

  async #ask(method, request) {
    await this.#renew();
    return post(`/voronka.${method}`, request, { authorization: `Bearer ${this.#token}` });
  }

  call(method, request) {
    return this.#ask(`crm.v1.${method}`, request);
  }

  notifier(method, request = {}) {
    return this.#ask(`notifier.v1.${method}`, request);
  }

  inbox(method, request) {
    return this.notifier(`InboxService/${method}`, request);
  }

  queues(method, request) {
    return this.call(`QueueService/${method}`, request);
  }

  change(method, request) {
    return this.call(method, { requestId: randomUUID(), ...request });
  }

  makeDeal(name, fields = {}) {
    return this.change('DealService/CreateDeal', { deal: { name, pipeline: 'first_sales', ...fields } });
  }

  move(deal, stage) {
    return this.change('DealService/MoveDeal', { dealId: deal.id, stage });
  }

  getDeal(deal) {
    return this.call('DealService/GetDeal', { dealId: deal.id });
  }

  // From a new client. Returns the deal that it became.
  async submitInquiry(text) {
    const inquiry = { source: 'SOURCE_SITE', clientName: 'Ирина Соколова', phone: newPhone(), text };
    const { dealId } = await this.change('InquiryService/SubmitInquiry', { inquiry });
    return { id: dealId };
  }
}
