// How long a visitor waits for the answer to a site's form. Each post is an inquiry of a new client.
import { setTimeout as pause } from 'node:timers/promises';
import { newPhone } from '../support/api.mjs';
import { url } from '../support/browser.mjs';

// The rate limit of one address.
const posts = 30;
const tooManyRequests = 429;

async function demoForm() {
  const page = await (await fetch(`${url}/demo/`)).text();
  return url + /\/forms\/[0-9a-f]+/.exec(page)[0];
}

const visitor = () => ({
  name: 'Ирина Соколова',
  phone: newPhone(),
  message: 'Нужен кабель, 300 м',
  consent: 'yes',
});

async function post(form) {
  const body = new URLSearchParams(visitor());
  const begin = performance.now();
  const response = await fetch(form, { method: 'POST', body, headers: { accept: 'application/json' } });
  const answer = await response.text();
  const took = performance.now() - begin;
  if (response.ok) return took;
  if (response.status !== tooManyRequests) throw new Error(`${response.status} ${answer}`);
  await pause(Number(response.headers.get('retry-after')) * 1000);
  return post(form);
}

export async function formPosts() {
  const form = await demoForm();
  const times = [];
  while (times.length < posts) times.push(await post(form));
  return times;
}
