import { expect, test } from 'vitest';
import { ServerClock } from './server_clock';

const minute = 60_000;
const noon = Date.parse('2026-11-22T12:00:00Z');

// The server answers at `server` by its clock; the device's clock is ahead by `ahead`, and the call takes `took`.
function answer(clock: ServerClock, server: number, ahead: number, took = 40) {
  const second = new Date(Math.floor(server / 1000) * 1000).toUTCString();
  clock.learn(second, server + ahead - took / 2, server + ahead + took / 2);
}

test('a clock that is right is not corrected', () => {
  const clock = new ServerClock();
  for (let i = 0; i < 30; i++) answer(clock, noon + i * 370, 0);
  expect(clock.offset.get()).toBe(0);
});

test.each([4 * minute, -20 * minute])('a clock that is off by %i ms is corrected', (ahead) => {
  const clock = new ServerClock();
  answer(clock, noon, ahead);
  expect(Math.abs(clock.offset.get() + ahead)).toBeLessThan(700);
  for (let i = 0; i < 30; i++) answer(clock, noon + i * 370, ahead);
  expect(Math.abs(clock.offset.get() + ahead)).toBeLessThan(200);
});

test('a clock that is set meanwhile is corrected again', () => {
  const clock = new ServerClock();
  for (let i = 0; i < 5; i++) answer(clock, noon + i * 370, 4 * minute);
  answer(clock, noon + minute, 0);
  expect(Math.abs(clock.offset.get())).toBeLessThan(700);
});

test('an answer without a date, or with another, teaches nothing', () => {
  const clock = new ServerClock();
  clock.learn(null, noon, noon + 10);
  clock.learn('yesterday', noon, noon + 10);
  expect(clock.offset.get()).toBe(0);
});

test('a slow answer does not move a good estimate', () => {
  const clock = new ServerClock();
  for (let i = 0; i < 10; i++) answer(clock, noon + i * 370, 4 * minute);
  const known = clock.offset.get();
  answer(clock, noon + minute, 4 * minute, 9_000);
  expect(clock.offset.get()).toBe(known);
});
