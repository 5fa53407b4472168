import { create } from '@bufbuild/protobuf';
import { DealCardSchema, type DealCard } from '../gen/voronka/crm/v1/board_pb';
import type { Deal } from '../gen/voronka/crm/v1/deal_pb';

// What the user has changed on the screen and the service has not confirmed yet.
export type OptimisticChange = Partial<Pick<Deal, 'stage' | 'pipeline' | 'offerDeadline'>>;

// The card of every deal that this tab knows. The newer etag wins, whichever way a version arrives: a list that was
// read before a change and arrives after it does not undo the change.
export class CardStore {
  private cards = new Map<bigint, DealCard>();
  private readonly optimistic = new Map<bigint, OptimisticChange>();
  private readonly shown = new Map<bigint, DealCard>();
  // Deals that the user does not see any more, with their versions then.
  private readonly gone = new Map<bigint, bigint>();
  private readonly listeners = new Set<() => void>();
  private version = 0;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  // Increases when any card changes.
  readonly getVersion = (): number => this.version;

  // The card as the screen shows it, including the user's unconfirmed changes.
  card(dealId: bigint): DealCard | undefined {
    return this.shown.get(dealId);
  }

  // The deal as the service has it.
  confirmed(dealId: bigint): Deal | undefined {
    return this.cards.get(dealId)?.deal;
  }

  all(): Iterable<DealCard> {
    return this.shown.values();
  }

  optimisticChanges(): Iterable<[bigint, OptimisticChange]> {
    return this.optimistic;
  }

  putCards(cards: DealCard[]): void {
    cards.forEach((card) => this.putCard(card));
    this.tell();
  }

  // Returns the ids of deals whose cards must be loaded, because they show what only a list provides (the names of the
  // contact and the company, what the client asks for).
  putDeals(deals: Deal[]): bigint[] {
    const unknown = deals.filter((deal) => this.putDeal(deal)).map((deal) => deal.id);
    this.tell();
    return unknown;
  }

  // The user does not see these any more.
  dropDeals(deals: Pick<Deal, 'id' | 'etag'>[]): void {
    for (const { id, etag } of deals) {
      this.gone.set(id, etag);
      this.cards.delete(id);
      this.shown.delete(id);
    }
    if (deals.length) this.tell();
  }

  // Shows the deal with this change until `endOptimistic`.
  beginOptimistic(dealId: bigint, change: OptimisticChange): void {
    this.optimistic.set(dealId, change);
    this.show(dealId);
    this.tell();
  }

  endOptimistic(dealId: bigint): void {
    if (!this.optimistic.delete(dealId)) return;
    this.show(dealId);
    this.tell();
  }

  clear(): void {
    this.cards.clear();
    this.shown.clear();
    this.gone.clear();
    this.tell();
  }

  // Prepares the store for another user.
  reset(): void {
    this.optimistic.clear();
    this.clear();
  }

  private putCard(card: DealCard): void {
    if (!card.deal || this.isGone(card.deal)) return;
    const known = this.cards.get(card.deal.id)?.deal;
    const deal = known && known.etag > card.deal.etag ? known : card.deal;
    this.keep({ ...card, deal, contactPhone: card.contactPhone || this.knownPhone(deal) });
  }

  // Only the card of a deal that is to be taken says where to call the client. Whoever has taken it calls next.
  private knownPhone({ id, contactId }: Deal): string {
    const known = this.cards.get(id);
    return known?.deal?.contactId === contactId ? known.contactPhone : '';
  }

  private putDeal(deal: Deal): boolean {
    if (this.isGone(deal)) return false;
    const known = this.cards.get(deal.id);
    if (known?.deal && known.deal.etag >= deal.etag) return false;
    const sameClient = known?.deal?.contactId === deal.contactId && known.deal.companyId === deal.companyId;
    // Only the card of a deal that is to be taken says what the client asks for.
    const asked = !deal.offerDeadline || known?.requestLine || known?.contactPhone;
    this.keep(known ? { ...known, deal } : create(DealCardSchema, { deal }));
    return !known || !sameClient || !asked;
  }

  // What comes late was told before the deal went.
  private isGone({ id, etag }: Deal): boolean {
    return etag <= (this.gone.get(id) ?? -1n);
  }

  private keep(card: DealCard): void {
    if (!card.deal) return;
    this.cards.set(card.deal.id, card);
    this.show(card.deal.id);
  }

  private show(dealId: bigint): void {
    const card = this.cards.get(dealId);
    if (!card?.deal) return;
    const change = this.optimistic.get(dealId);
    this.shown.set(dealId, change ? { ...card, deal: { ...card.deal, ...change } } : card);
  }

  private tell(): void {
    this.version++;
    [...this.listeners].forEach((listener) => listener());
  }
}

export const cardStore = new CardStore();
