import type { Choice } from './stored_choice';
import type { Obstacle } from './obstacle';
import type { PushState } from './push_state';

export interface Situation {
  obstacle: Obstacle | undefined;
  choice: Choice;
  phase: PushState['phase'];
}

// Whether to invite the user to turn pushes on in this browser, where they look for notifications anyway. Whoever has
// said «not now» finds it in the settings. A refusal in the browser itself is worth a word: it may have been a mistake.
export function isInvited({ obstacle, choice, phase }: Situation): boolean {
  if (obstacle === 'unsupported' || choice.pushes === 'off') return false;
  return obstacle !== undefined || phase === 'off' || phase === 'turning';
}

// Whether the invitation comes up by itself: once, after the user has got what a closed Voronka would not have told
// them, and has answered it. Nothing that a button could not turn on at once. `isBusy`: there are pop-ups, or the list of
// notifications invites already.
export function comesUp(situation: Situation, hasGot: boolean, isBusy: boolean): boolean {
  const isPossible = situation.obstacle !== 'denied' && isInvited(situation);
  return isPossible && !situation.choice.asked && hasGot && !isBusy;
}
