import { expect, test } from 'vitest';
import { Role } from '../gen/voronka/options/v1/access_pb';
import { changersAmong } from './roles';

test('those who always may change a field are named only if nobody else may', () => {
  const always = [Role.DIRECTOR, Role.ADMIN];
  expect(changersAmong([Role.HEAD_OF_SALES, ...always])).toEqual([Role.HEAD_OF_SALES]);
  expect(changersAmong([Role.HEAD_OF_SALES])).toEqual([Role.HEAD_OF_SALES]);
  expect(changersAmong([Role.ADMIN])).toEqual(always);
});
