import type { QueryClient } from '@tanstack/react-query';
import { HeldFormSchema } from '../gen/voronka/crm/v1/held_form_pb';
import { resourcesOf } from '../live/changes';
import { reread } from '../live/reread';
import { changeTopic } from '../live/topics';
import { batched } from '../state/batching';
import { heldFormsKey } from './waiting';

const collectMs = 200;

export function syncHeldForms(client: QueryClient): () => void {
  const reload = batched<true>(collectMs, 1, () => reread(client, heldFormsKey));
  return changeTopic.subscribe((changes) => {
    if (resourcesOf(changes, HeldFormSchema).length) reload([true]);
  });
}
