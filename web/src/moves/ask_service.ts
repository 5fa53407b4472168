import { deals } from '../api/clients';
import type { Violation } from '../api/refusal';
import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import { alive } from '../live/topics';

// Whoever has dropped a card does not wait longer: the move itself will tell.
const timeoutMs = 4_000;

export type Verdicts = ReadonlyMap<string, Violation[]>;

// What the service would refuse, by stage: of one, or of the whole pipeline. `pipeline`: if not the deal's own.
// Undefined: nobody says.
export async function askVerdicts({ id }: Pick<Deal, 'id'>, stage = '', pipeline = ''): Promise<Verdicts | undefined> {
  if (!alive.get()) return undefined;
  try {
    const { verdicts } = await deals.canMove({ dealId: id, pipeline, stage }, { timeoutMs });
    return new Map(verdicts.map((verdict) => [verdict.stage, verdict.violations]));
  } catch {
    return undefined;
  }
}
