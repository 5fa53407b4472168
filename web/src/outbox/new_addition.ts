import { serverNow } from '../clock/server_clock';
import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import { dealName } from '../i18n/deal_name';
import { currentLogin } from '../session/session';
import type { Addition, Note, PlannedTask } from './storage';

// Where a deal's note and its next task are typed.
export const noteDraft = (dealId: bigint | string): string => `note-${dealId}`;
export const taskDraft = (dealId: bigint | string): string => `task-${dealId}`;

export const draftOf = ({ act, dealId }: Addition): string => (act === 'note' ? noteDraft(dealId) : taskDraft(dealId));

const newKept = (deal: Deal) => ({
  requestId: crypto.randomUUID(),
  dealId: String(deal.id),
  dealName: dealName(deal.id, deal.name),
  login: currentLogin(),
  time: serverNow(),
});

export function newNote(deal: Deal, text: string): Note {
  return { ...newKept(deal), act: 'note', text };
}

export function newTask(
  deal: Deal,
  task: Pick<PlannedTask, 'text' | 'allDay' | 'due' | 'timeZone' | 'remindBefore'>,
): PlannedTask {
  return { ...newKept(deal), act: 'task', ...task };
}
