import { expect, test } from 'vitest';
import { Role } from '../gen/voronka/options/v1/access_pb';
import { changersOf } from './locks';

test('those who always may change a field are named only if nobody else may', () => {
  const always = [Role.DIRECTOR, Role.ADMIN];
  expect(changersOf({ editableBy: [Role.HEAD_OF_SALES, ...always] })).toEqual([Role.HEAD_OF_SALES]);
  expect(changersOf({ editableBy: [Role.HEAD_OF_SALES] })).toEqual([Role.HEAD_OF_SALES]);
  expect(changersOf({ editableBy: [Role.ADMIN] })).toEqual(always);
});
