import { expect, test } from 'vitest';
import { isApplePhone, obstacleOf } from './obstacle';

test('an iPhone is woken once Voronka is on its home screen', () => {
  expect(obstacleOf({ canPush: false, isApplePhone: true, permission: 'default' })).toBe('homeScreen');
  expect(obstacleOf({ canPush: true, isApplePhone: true, permission: 'default' })).toBeUndefined();
});

test('a browser that cannot is told from one that may not', () => {
  expect(obstacleOf({ canPush: false, isApplePhone: false, permission: 'default' })).toBe('unsupported');
  expect(obstacleOf({ canPush: true, isApplePhone: false, permission: 'denied' })).toBe('denied');
  for (const permission of ['default', 'granted'] as const) {
    expect(obstacleOf({ canPush: true, isApplePhone: false, permission })).toBeUndefined();
  }
});

test('an iPad, which says that it is a Mac, is told by its touch screen', () => {
  const userAgent = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Safari/605.1.15';
  expect(isApplePhone({ userAgent, maxTouchPoints: 5 })).toBe(true);
  expect(isApplePhone({ userAgent, maxTouchPoints: 0 })).toBe(false);
});
