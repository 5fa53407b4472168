import type { QueryClient } from '@tanstack/react-query';
import { batched } from '../live/batching';
import { changesTold } from '../live/topics';
import { heldFormsKey } from './waiting';

const collectMs = 200;

export function keepHeldForms(client: QueryClient): () => void {
  const reload = batched<true>(collectMs, 1, () => void client.invalidateQueries({ queryKey: heldFormsKey }));
  return changesTold.on((changes) => {
    if (changes.some(({ resource }) => resource.case === 'heldForm')) reload([true]);
  });
}
