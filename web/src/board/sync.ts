import type { DescMessage } from '@bufbuild/protobuf';
import type { QueryClient } from '@tanstack/react-query';
import { CompanySchema } from '../gen/voronka/crm/v1/company_pb';
import { ContactSchema } from '../gen/voronka/crm/v1/contact_pb';
import { DealSchema } from '../gen/voronka/crm/v1/deal_pb';
import { InquirySchema } from '../gen/voronka/crm/v1/inquiry_pb';
import { TaskSchema } from '../gen/voronka/crm/v1/task_pb';
import { UserSchema } from '../gen/voronka/crm/v1/user_pb';
import { goneOf, resourcesOf, type LiveChange } from '../live/changes';
import { onceRead, reread } from '../live/reread';
import { changeTopic } from '../live/topics';
import { batched } from '../state/batching';
import { boardsKey, filteredBoardsKey, totalsKey, totalsKeyOf } from './board_query';

const collectMs = 120;

// A board brings its totals along: those of one that is on its way may be older than the change.
function rereadTotals(client: QueryClient): void {
  onceRead(client, boardsKey, ({ queryKey }) => reread(client, totalsKeyOf(queryKey)));
  reread(client, totalsKey);
}

// The service keeps the sums: they are listed again when a deal changes.
export function syncTotals(client: QueryClient): () => void {
  const reload = batched<true>(collectMs, 1, () => rereadTotals(client));
  return changeTopic.subscribe((changes) => {
    if (resourcesOf(changes, DealSchema).length + goneOf(changes, DealSchema).length) reload([true]);
  });
}

// What a condition of a board may be about.
const askedAbout: DescMessage[] = [
  ...[DealSchema, ContactSchema, CompanySchema, TaskSchema],
  ...[InquirySchema, UserSchema],
];

const concern = (changes: LiveChange[], type: DescMessage): boolean =>
  resourcesOf(changes, type).length + goneOf(changes, type).length > 0;

// In an import they change one after another, and the service looks at many deals for a filtered board.
const filteredMs = 1_000;

// Some become true or false as time passes, without a change.
const clockMs = 60_000;

// Only the service knows which deals suit the condition of a board: it is asked again when something has changed.
export function syncFilteredBoards(client: QueryClient): () => void {
  const reload = batched<true>(filteredMs, 1, () => reread(client, filteredBoardsKey));
  const clock = setInterval(() => {
    if (document.visibilityState === 'visible') reload([true]);
  }, clockMs);
  const stop = changeTopic.subscribe((changes) => {
    if (askedAbout.some((type) => concern(changes, type))) reload([true]);
  });
  return () => {
    clearInterval(clock);
    stop();
  };
}
