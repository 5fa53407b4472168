import { askForBoard } from '../board/board_query';
import { initialWhose, wantedOf } from '../board/whose';
import { shelf } from '../live/shelf';
import { keepUp } from '../live/upkeep';
import { peopleQuery } from '../people/people';
import { pipelineInView } from '../pipelines/paths';
import { currentSession, sessionState } from '../session/session';
import { queryClient } from '../state/query_client';

function askForFirstScreen(): void {
  void queryClient.query(peopleQuery).catch(() => undefined);
  const pipeline = pipelineInView();
  if (pipeline) askForBoard(queryClient, wantedOf(pipeline, initialWhose()));
}

// What has to go on while the user works, wherever they look. Gives what ends it.
function begin(userId: bigint): () => void {
  const stop = keepUp(queryClient, userId);
  askForFirstScreen();
  return () => {
    stop();
    queryClient.clear();
    shelf.clear();
  };
}

// As soon as somebody is logged in, before anything is drawn for them.
export function followSession(): void {
  let worker: bigint | undefined;
  let stop: () => void = () => undefined;
  const follow = () => {
    const userId = currentSession()?.user.id;
    if (userId === worker) return;
    worker = userId;
    stop();
    stop = userId === undefined ? () => undefined : begin(userId);
  };
  sessionState.subscribe(follow);
  follow();
}
