import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import type { Stage } from '../gen/voronka/crm/v1/pipeline_pb';

const steps: Record<string, [column: number, row: number]> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

// The card that an arrow key leads to. Sideways, it skips empty columns and keeps the row, or goes to the column's last
// card.
export function neighbour(stages: Stage[], columns: Map<string, Deal[]>, from: bigint, key: string): Deal | undefined {
  const step = steps[key];
  const rows = stages.map((stage) => columns.get(stage.key) ?? []);
  let column = rows.findIndex((deals) => deals.some((deal) => deal.id === from));
  const row = rows[column]?.findIndex((deal) => deal.id === from);
  if (!step || row === undefined) return undefined;
  if (step[0] === 0) return rows[column]?.[row + step[1]];
  do column += step[0];
  while (rows[column]?.length === 0);
  const deals = rows[column];
  return deals?.[Math.min(row, deals.length - 1)];
}
