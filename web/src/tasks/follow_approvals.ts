import { queryClient } from '../api/query_client';
import { loadCards } from '../cards/card_loader';
import { cardStore } from '../cards/card_store';
import { ApprovalSchema } from '../gen/voronka/crm/v1/approval_pb';
import { resourcesOf, showChangesOf } from '../live/changes';
import { reread } from '../live/reread';
import { changeTopic } from '../live/topics';
import { overdueKey } from './overdue';
import { tasksKey } from './task_query';

// Tasks are not overdue while their deal waits for an approval, which is asked for and answered without a change of
// either. Importing it is enough.
showChangesOf(ApprovalSchema);
changeTopic.subscribe((changes) => {
  const deals = resourcesOf(changes, ApprovalSchema).map(({ dealId }) => dealId);
  if (!deals.length) return;
  loadCards(deals.filter((dealId) => cardStore.card(dealId)));
  reread(queryClient, tasksKey);
  reread(queryClient, overdueKey);
});
