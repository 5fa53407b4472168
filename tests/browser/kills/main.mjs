// People work while services are killed. Each line of standard input names a service that was killed and serves again;
// its end is the end of the work. The file VORONKA_READY says that the work goes on.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { launch } from '../support/browser.mjs';
import { strangeTexts } from './told.mjs';
import { Worker } from './worker.mjs';

const people = ['anna', 'boris', 'vera'];
const browsers = process.env.VORONKA_FULL === '1' ? 10 : 3;
const recoveryMs = 5_000;

const browser = await launch();
const workers = [];
for (let at = 0; at < browsers; ++at) workers.push(await Worker.begin(browser, people[at % people.length]));
const works = workers.map((worker) => worker.work());
writeFileSync(process.env.VORONKA_READY, '');

for await (const service of createInterface({ input: process.stdin })) {
  const times = await Promise.all(workers.map((worker) => worker.recovered()));
  console.log(`${service}: ${times.map(Math.round).join(', ')} ms until each browser is live`);
  assert.ok(Math.max(...times) <= recoveryMs, `${service}: ${times}`);
}
workers.forEach((worker) => worker.stop());
await Promise.all(works);
for (const worker of workers) {
  await worker.checkRecord();
  assert.deepEqual(strangeTexts(await worker.told()), []);
}
console.log(`${workers.reduce((sum, worker) => sum + worker.done, 0)} deals moved and noted, each once`);
await browser.close();
