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

export class Person {
  static async logIn(who) {
    const { accessToken, user } = await post('/session/login', { login: loginOf(who), password });
    return new Person(accessToken, user.id);
  }

  constructor(token, id) {
    this.token = token;
    this.id = id;
  }

  call(method, request) {
    return post(`/voronka.crm.v1.${method}`, request, { authorization: `Bearer ${this.token}` });
  }

  notifier(method, request = {}) {
    return post(`/voronka.notifier.v1.${method}`, request, { authorization: `Bearer ${this.token}` });
  }

  inbox(method, request) {
    return this.notifier(`InboxService/${method}`, request);
  }

  queues(method, request) {
    return post(`/voronka.crm.v1.QueueService/${method}`, request, { authorization: `Bearer ${this.token}` });
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
