import { Form_State, type Form } from '../gen/voronka/crm/v1/form_pb';

export type State = 'active' | 'disabled' | 'archived';

export function stateOf({ state, archiveTime }: Form): State {
  if (archiveTime) return 'archived';
  return state === Form_State.DISABLED ? 'disabled' : 'active';
}
