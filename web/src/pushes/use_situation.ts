import { useObserved } from '../state/observable';
import { choice } from './choice';
import type { Situation } from './invited';
import { abilities, obstacleOf } from './obstacle';
import { pushState } from './push_state';

// The permission changes without telling; the state is set anew after each question.
export function useSituation(): Situation & { problem?: string } {
  const { phase, problem } = useObserved(pushState);
  return { obstacle: obstacleOf(abilities()), choice: useObserved(choice), phase, problem };
}
