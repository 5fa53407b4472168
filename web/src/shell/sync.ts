import type { QueryClient } from '@tanstack/react-query';
import { boardsKey } from '../board/board_query';
import { setAccountZone } from '../calendar/user_zone';
import { accounts } from '../api/clients';
import { keepDealLists } from '../deal/upkeep';
import { tellLateRefusals } from '../moves/moves';
import { keepHeldForms } from '../held_forms/upkeep';
import { keepInbox } from '../notifications/upkeep';
import { keepOffers } from '../offers/upkeep';
import { keepSending } from '../outbox/resending';
import { peopleKey } from '../people/people';
import { pipelinesKey } from '../pipelines/pipelines';
import { keepTasks } from '../tasks/upkeep';
import { startLive } from './live';
import { shelf } from './shelf';
import { keepShelf } from './shelf_upkeep';
import { changesTold, relistTold } from './topics';

function keepSettings(client: QueryClient): () => void {
  return changesTold.on((changes) => {
    const told = new Set(changes.map(({ resource }) => resource.case));
    if (told.has('pipeline')) void client.invalidateQueries({ queryKey: pipelinesKey });
    if (told.has('pipeline')) void client.invalidateQueries({ queryKey: boardsKey });
    if (told.has('user')) void client.invalidateQueries({ queryKey: peopleKey });
  });
}

function relist(client: QueryClient): () => void {
  return relistTold.on((what) => {
    if (what === 'changes') shelf.clear();
    void client.invalidateQueries();
  });
}

async function learnZone(): Promise<void> {
  setAccountZone((await accounts.getAccount({})).timeZone);
}

// All that keeps what a tab shows true, while a user works in it.
export function keepUp(client: QueryClient, login: string): () => void {
  void learnZone().catch(() => undefined);
  const stops = [
    keepShelf(),
    keepSettings(client),
    keepDealLists(client),
    keepTasks(client),
    keepHeldForms(client),
    keepInbox(client),
    keepOffers(client),
    relist(client),
    tellLateRefusals(),
    keepSending(),
    startLive(login),
  ];
  return () => stops.reverse().forEach((stop) => stop());
}
