import type { QueryClient, QueryKey } from '@tanstack/react-query';
import { accounts } from '../api/clients';
import { retryOnReturn } from '../api/query_client';
import { boardsKey } from '../board/board_query';
import { syncFilteredBoards, syncTotals } from '../board/sync';
import { setAccountZone, unknownZone, userZone } from '../calendar/user_zone';
import { cardStore } from '../cards/card_store';
import { syncCards } from '../cards/sync';
import { syncDealLists } from '../deal/sync';
import { showToast } from '../components/toasts';
import { FieldSetSchema } from '../gen/voronka/crm/v1/field_set_pb';
import { PipelineSchema } from '../gen/voronka/crm/v1/pipeline_pb';
import { UserSchema } from '../gen/voronka/crm/v1/user_pb';
import { syncHeldForms } from '../held_forms/sync';
import { i18n } from '../i18n/i18n';
import { resourcesOf } from '../live/changes';
import { startLive } from '../live/live';
import { reread } from '../live/reread';
import { changeTopic, relistTopic } from '../live/topics';
import { showLateAnswers } from '../moves/moves';
import { syncInbox } from '../notifications/sync';
import { syncOffers } from '../offers/sync';
import { resendWhenConnected } from '../outbox/resending';
import { peopleKey } from '../people/people';
import { pipelinesKey } from '../pipelines/pipelines';
import { syncPushes } from '../pushes/sync';
import { syncTasks } from '../tasks/sync';

function syncSettings(client: QueryClient): () => void {
  return changeTopic.subscribe((changes) => {
    if (resourcesOf(changes, PipelineSchema).length) {
      reread(client, pipelinesKey);
      reread(client, boardsKey);
    }
    // Pipelines are read without the rules about fields that the user does not see.
    if (resourcesOf(changes, FieldSetSchema).length) reread(client, pipelinesKey);
    if (resourcesOf(changes, UserSchema).length) reread(client, peopleKey);
  });
}

const everything: QueryKey = [];

function relist(client: QueryClient): () => void {
  return relistTopic.subscribe((what) => {
    if (what === 'changes') cardStore.clear();
    reread(client, everything);
  });
}

async function learnZone(): Promise<void> {
  setAccountZone((await accounts.getAccount({})).timeZone);
}

function tellUnknownZone(): void {
  const zone = unknownZone();
  if (zone) showToast(i18n.t('errors.unknownZone', { zone, used: userZone() }));
}

// Starts everything that keeps the tab's data up to date while a user works in it. Returns a function that stops it.
export function startSync(client: QueryClient, login: string): () => void {
  void learnZone()
    .catch(() => undefined)
    .then(tellUnknownZone);
  const stops = [
    syncCards(),
    syncSettings(client),
    syncTotals(client),
    syncFilteredBoards(client),
    syncDealLists(client),
    syncTasks(client),
    syncHeldForms(client),
    syncInbox(client),
    syncPushes(),
    syncOffers(client),
    relist(client),
    retryOnReturn(client),
    showLateAnswers(),
    resendWhenConnected(),
    startLive(login),
  ];
  return () => stops.reverse().forEach((stop) => stop());
}
