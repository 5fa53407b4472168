import { expect, test } from 'vitest';
import { TimelineEntry_Kind as Kind } from '../gen/voronka/crm/v1/timeline_pb';
import { dealOfLead } from './standing_conversion';

const told = (kind: Kind, linkedDealId = 0n) => ({ kind, linkedDealId });

test('a lead leads to the deal that was made of it last', () => {
  const converted = [told(Kind.LEAD_CONVERTED, 9n), told(Kind.STAGE_CHANGED), told(Kind.CONVERSION_UNDONE, 8n)];
  expect(dealOfLead([told(Kind.NOTE), ...converted])).toBe(9n);
});

test('a conversion that was undone leads nowhere', () => {
  expect(dealOfLead([told(Kind.CONVERSION_UNDONE, 8n), told(Kind.LEAD_CONVERTED, 8n)])).toBeUndefined();
  expect(dealOfLead([told(Kind.NOTE)])).toBeUndefined();
});
