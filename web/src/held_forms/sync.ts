import type { QueryClient } from '@tanstack/react-query';
import { changeTopic } from '../live/topics';
import { batched } from '../state/batching';
import { heldFormsKey } from './waiting';

const collectMs = 200;

export function syncHeldForms(client: QueryClient): () => void {
  const reload = batched<true>(collectMs, 1, () => void client.invalidateQueries({ queryKey: heldFormsKey }));
  return changeTopic.subscribe((changes) => {
    if (changes.some(({ resource }) => resource.case === 'heldForm')) reload([true]);
  });
}
