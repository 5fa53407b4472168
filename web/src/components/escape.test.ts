import { expect, test } from 'vitest';
import { OpenLayers } from './escape';

test('only the innermost layer is closed', () => {
  const layers = new OpenLayers();
  const closed: string[] = [];
  const takeDrawer = layers.add(() => closed.push('drawer'));
  const takeDialog = layers.add(() => closed.push('dialog'));
  layers.closeInnermost();
  expect(closed).toEqual(['dialog']);
  takeDialog();
  layers.closeInnermost();
  expect(closed).toEqual(['dialog', 'drawer']);
  takeDrawer();
  layers.closeInnermost();
  expect(closed).toHaveLength(2);
});
