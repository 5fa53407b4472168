import { navigate } from 'wouter/use-browser-location';
import { askForBoard } from '../board/board_query';
import { initialWhose, wantedOf } from '../board/whose';
import { shelf } from '../live/shelf';
import { keepUp } from '../live/upkeep';
import { peopleQuery } from '../people/people';
import { pipelineInView } from '../pipelines/paths';
import { currentLogin, sessionState } from '../session/session';
import { forgetTheUser } from '../state/observable';
import { queryClient } from '../state/query_client';

function askForFirstScreen(): void {
  void queryClient.query(peopleQuery).catch(() => undefined);
  const pipeline = pipelineInView();
  if (pipeline) askForBoard(queryClient, wantedOf(pipeline, initialWhose()));
}

// What has to go on while the user works, wherever they look. Gives what ends it.
function begin(login: string): () => void {
  const stop = keepUp(queryClient, login);
  askForFirstScreen();
  return () => {
    stop();
    queryClient.clear();
    shelf.renew();
    forgetTheUser();
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
