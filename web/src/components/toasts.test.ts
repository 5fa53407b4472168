import { beforeEach, expect, test, vi } from 'vitest';
import { showToast, toasts } from './toasts';

const texts = () => toasts.get().map(({ text }) => text);

beforeEach(() => {
  vi.useFakeTimers();
  toasts.set([]);
});

test('equal toasts do not pile up', () => {
  showToast('Сделка закрыта.');
  showToast('Этап: «Новая заявка»', 'good');
  showToast('Сделка закрыта.');
  expect(texts()).toEqual(['Этап: «Новая заявка»', 'Сделка закрыта.']);
});

test('a toast goes by itself, unless it lasts', () => {
  showToast('Задача выполнена', 'good');
  showToast('Сделка уже у Бориса', 'bad', { lasts: true });
  vi.advanceTimersByTime(60_000);
  expect(texts()).toEqual(['Сделка уже у Бориса']);
});
