import { expect, test } from 'vitest';
import { comesUp, isInvited, type Situation } from './invited';

const situation = (changed: Partial<Situation> = {}): Situation => ({
  obstacle: undefined,
  choice: {},
  phase: 'off',
  ...changed,
});

test('whoever has not decided is invited, and nobody whom pushes reach', () => {
  expect(isInvited(situation())).toBe(true);
  expect(isInvited(situation({ phase: 'on', choice: { pushes: 'on' } }))).toBe(false);
  expect(isInvited(situation({ phase: 'unknown' }))).toBe(false);
  expect(isInvited(situation({ phase: 'serverless' }))).toBe(false);
});

test('«not now» is not asked again', () => {
  expect(isInvited(situation({ choice: { pushes: 'off' } }))).toBe(false);
  expect(isInvited(situation({ choice: { pushes: 'off' }, obstacle: 'homeScreen' }))).toBe(false);
});

test('where something is to be done first, that is said; where nothing can be, nothing', () => {
  expect(isInvited(situation({ obstacle: 'homeScreen' }))).toBe(true);
  expect(isInvited(situation({ obstacle: 'denied' }))).toBe(true);
  expect(isInvited(situation({ obstacle: 'unsupported' }))).toBe(false);
});

test('it comes up by itself once, after the first pop-up has been answered', () => {
  expect(comesUp(situation(), false, false)).toBe(false);
  expect(comesUp(situation(), true, true)).toBe(false);
  expect(comesUp(situation(), true, false)).toBe(true);
  expect(comesUp(situation({ choice: { asked: true } }), true, false)).toBe(false);
  expect(comesUp(situation({ obstacle: 'denied' }), true, false)).toBe(false);
  expect(comesUp(situation({ obstacle: 'homeScreen' }), true, false)).toBe(true);
});
