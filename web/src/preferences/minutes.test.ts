import { expect, test } from 'vitest';
import { minuteOf, timeOfMinute } from './minutes';

test('minutes after midnight are a time of day, and back', () => {
  for (const [minute, time] of [
    [0, '00:00'],
    [480, '08:00'],
    [1320, '22:00'],
    [1439, '23:59'],
  ] as const) {
    expect(timeOfMinute(minute)).toBe(time);
    expect(minuteOf(time)).toBe(minute);
  }
});

test('a time that is not typed to its end is none', () => {
  for (const typed of ['', '8', '08:']) expect(minuteOf(typed)).toBeUndefined();
});
