import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import { dealName } from '../i18n/deal_name';
import { currentLogin } from '../session/session';
import type { Note } from './storage';

// Where a deal's note is typed.
export const noteDraft = (dealId: bigint | string): string => `note-${dealId}`;

export function newNote(deal: Deal, text: string): Note {
  return {
    requestId: crypto.randomUUID(),
    act: 'note',
    dealId: String(deal.id),
    dealName: dealName(deal.id, deal.name),
    login: currentLogin(),
    time: Date.now(),
    text,
  };
}
