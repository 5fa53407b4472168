import { expect, test } from 'vitest';
import { AddNoteRequestSchema } from '../gen/voronka/crm/v1/timeline_pb';
import { TaskSchema } from '../gen/voronka/crm/v1/task_pb';
import { textLimit } from './text_limit';

const note = AddNoteRequestSchema.field.text;
const task = TaskSchema.field.text;

test('a text far from its limit says nothing', () => {
  expect(textLimit('я'.repeat(8_999), note)).toEqual({});
  expect(textLimit('я'.repeat(899), task)).toEqual({});
});

test('near the limit it says so, and beyond it that it cannot be sent', () => {
  expect(textLimit('я'.repeat(10_000), note)).toHaveProperty('note');
  expect(textLimit('я'.repeat(10_001), note)).toHaveProperty('problem');
  expect(textLimit('я'.repeat(1_000), task)).toHaveProperty('note');
  expect(textLimit('я'.repeat(1_001), task)).toHaveProperty('problem');
});

test('it is counted as the service does: a picture is one character', () => {
  expect(textLimit('🔥'.repeat(1_000), task)).not.toHaveProperty('problem');
});
