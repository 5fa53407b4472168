import { navigate } from 'wouter/use-browser-location';
import { queryClient } from '../api/query_client';
import { initialWhose, filterOf } from '../board/board_filter';
import { askForBoard } from '../board/board_query';
import { cardStore } from '../cards/card_store';
import { filterIn } from '../filters/linked_filter';
import { pipelineInView } from '../navigation/board_path';
import { peopleQuery } from '../people/people';
import { leaveBehind } from '../pushes/leave';
import { dropOldKeys } from '../session/old_keys';
import { currentLogin, sessionState } from '../session/session';
import { resetUserScoped } from '../state/observable';
import { startSync } from './sync';

function askForFirstScreen(): void {
  void queryClient.query(peopleQuery).catch(() => undefined);
  const pipeline = pipelineInView();
  if (pipeline) askForBoard(queryClient, filterOf(pipeline, initialWhose(), filterIn(location.search)));
}

// Starts what has to run while the user works, on any screen. Returns a function that ends it.
function begin(login: string): () => void {
  const stop = startSync(queryClient, login);
  askForFirstScreen();
  return () => {
    stop();
    queryClient.clear();
    cardStore.reset();
    resetUserScoped();
  };
}

// A new user does not start on the screen that the previous one left open.
function beginAnew(login: string, before: string): () => void {
  if (before && before !== login) navigate('/', { replace: true });
  return begin(login);
}

function leaveNobody(): void {
  if (sessionState.get().phase === 'signed-out') void leaveBehind().catch(() => undefined);
}

// Reacts as soon as somebody logs in, before anything is rendered for them.
export function followSession(): void {
  dropOldKeys(localStorage);
  let worker = '';
  let last = '';
  let stop: () => void = () => undefined;
  const follow = () => {
    const login = currentLogin();
    if (login === worker) return;
    worker = login;
    stop();
    stop = login ? beginAnew(login, last) : () => undefined;
    last = login || last;
  };
  sessionState.subscribe(follow);
  sessionState.subscribe(leaveNobody);
  follow();
  leaveNobody();
}
