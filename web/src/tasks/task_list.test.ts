import { create } from '@bufbuild/protobuf';
import { timestampFromMs } from '@bufbuild/protobuf/wkt';
import { expect, test } from 'vitest';
import { ContactSchema } from '../gen/voronka/crm/v1/contact_pb';
import { TaskCardSchema, TaskSchema, Task_State } from '../gen/voronka/crm/v1/task_pb';
import { withClient, withTask } from './task_list';

const task = (id: number, due: number, etag = 1, state = Task_State.OPEN) =>
  create(TaskSchema, { id: BigInt(id), etag: BigInt(etag), state, dueTime: timestampFromMs(due) });
const card = (id: number, due: number) => create(TaskCardSchema, { task: task(id, due), dealName: `deal ${id}` });
const list = [card(1, 1000), card(2, 2000)];
const ids = (cards: typeof list | undefined) => cards?.map((listed) => Number(listed.task?.id));

test('a task that is done leaves the list', () => {
  expect(ids(withTask(list, task(1, 1000, 2, Task_State.COMPLETED)))).toEqual([2]);
});

test('a task that is moved finds its place, and keeps its names', () => {
  const moved = withTask(list, task(1, 3000, 2));
  expect(ids(moved)).toEqual([2, 1]);
  expect(moved?.[1]?.dealName).toBe('deal 1');
});

test('what is known already changes nothing', () => {
  expect(withTask(list, task(1, 9000, 1))).toBe(list);
});

test('a new task has to be listed with its names', () => {
  expect(withTask(list, task(3, 500))).toBeUndefined();
  expect(withTask(list, task(3, 500, 2, Task_State.COMPLETED))).toBe(list);
});

test('a change of a client is told by the cards that are about them', () => {
  const contact = create(ContactSchema, { id: 7n, name: 'Пётр', doNotDisturb: { reason: 'В отпуске' } });
  const about = create(TaskCardSchema, { task: create(TaskSchema, { id: 3n, contactId: 7n }), contactName: 'Петя' });
  const [other, told] = withClient([...list.slice(0, 1), about], contact);
  expect(other).toBe(list[0]);
  expect(told).toMatchObject({ contactName: 'Пётр', doNotDisturb: { reason: 'В отпуске' } });
  expect(withClient(list, contact)).toBe(list);
});
