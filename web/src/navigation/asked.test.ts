import { expect, test } from 'vitest';
import { pathTo, taskIn } from './asked';

test('a notification leads to exactly its deal, or exactly its task', () => {
  expect(pathTo({ dealId: '7', taskId: '42' })).toBe('/deals/7');
  expect(pathTo({ dealId: '0', taskId: '42' })).toBe('/tasks?task=42');
  expect(pathTo({ taskId: '42' })).toBe('/tasks?task=42');
  expect(pathTo({ dealId: '7' })).toBe('/deals/7');
  expect(pathTo({})).toBe('/');
});

test('a remark and its answer are read where they are whole, not on the deal', () => {
  expect(pathTo({ kind: 'KIND_REMARK', dealId: '7' })).toBe('/settings/configuration/remarks');
  expect(pathTo({ kind: 'KIND_REMARK_ANSWERED', dealId: '7' })).toBe('/remarks');
  expect(pathTo({ kind: 'KIND_DEAL_LINKED', dealId: '7' })).toBe('/deals/7');
});

test('a task is completed over its deal, or among the tasks', () => {
  expect(pathTo({ dealId: '7', taskId: '42' }, true)).toBe('/deals/7?complete=42');
  expect(pathTo({ taskId: '42' }, true)).toBe('/tasks?complete=42');
  expect(pathTo({ dealId: '7' }, true)).toBe('/deals/7');
});

test('an address names a task by its number, or not at all', () => {
  expect(taskIn('?complete=42', 'complete')).toBe(42n);
  expect(taskIn('?complete=42', 'task')).toBeUndefined();
  for (const other of ['', '?complete=', '?complete=-1', '?complete=1e3', '?complete=<svg>']) {
    expect(taskIn(other, 'complete')).toBeUndefined();
  }
});
