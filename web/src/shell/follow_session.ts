import { navigate } from 'wouter/use-browser-location';
import { queryClient } from '../api/query_client';
import { initialWhose, filterOf } from '../board/board_filter';
import { askForBoard } from '../board/board_query';
import { cardStore } from '../cards/card_store';
import { pipelineInView } from '../navigation/board_path';
import { peopleQuery } from '../people/people';
import { currentLogin, sessionState } from '../session/session';
import { resetUserScoped } from '../state/observable';
import { startSync } from './sync';

function askForFirstScreen(): void {
  void queryClient.query(peopleQuery).catch(() => undefined);
  const pipeline = pipelineInView();
  if (pipeline) askForBoard(queryClient, filterOf(pipeline, initialWhose()));
}

// What has to go on while the user works, wherever they look. Gives what ends it.
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

// Where the user before has been is no place for another.
function beginAnew(login: string, before: string): () => void {
  if (before && before !== login) navigate('/', { replace: true });
  return begin(login);
}

// As soon as somebody is logged in, before anything is drawn for them.
export function followSession(): void {
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
  follow();
}
