import { create } from '@bufbuild/protobuf';
import { TimestampSchema, type Timestamp } from '@bufbuild/protobuf/wkt';
import type { Value } from '../fields/value_forms';
import { MoneySchema } from '../gen/voronka/crm/v1/money_pb';

const microsPerSecond = 1_000_000n;
const mostMinor = 10n ** 15n;
const dayMs = 86_400_000;

// Of a decimal with at most six digits after the point.
function microsOf(decimal: string): bigint {
  const [, sign = '', whole = '0', part = ''] = /^(-?)(\d+)(?:\.(\d{1,6}))?$/.exec(decimal) ?? [];
  return BigInt(`${sign}${whole}${part.padEnd(6, '0')}`);
}

function decimalOf(micros: bigint): string {
  const digits = String(micros < 0n ? -micros : micros).padStart(7, '0');
  const part = digits.slice(-6).replace(/0+$/, '');
  return `${micros < 0n ? '-' : ''}${digits.slice(0, -6)}${part && `.${part}`}`;
}

function movedTime({ seconds, nanos }: Timestamp, step: bigint): Timestamp {
  const micros = seconds * microsPerSecond + BigInt(Math.trunc(nanos / 1000)) + step;
  const rest = ((micros % microsPerSecond) + microsPerSecond) % microsPerSecond;
  return create(TimestampSchema, { seconds: (micros - rest) / microsPerSecond, nanos: Number(rest) * 1000 });
}

function movedDate(date: string, step: number): string | undefined {
  const day = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(day)) return undefined;
  const moved = new Date(day + step * dayMs).toISOString().slice(0, 10);
  return /^\d{4}-\d\d-\d\d$/.test(moved) ? moved : undefined;
}

// The value beside this one: the service compares with what lies beyond, and people name bounds that belong to the
// range. Undefined: there is none.
export function neighbour(value: Value, step: 1 | -1): Value | undefined {
  switch (value.case) {
    case 'number':
      return { case: 'number', value: decimalOf(microsOf(value.value) + BigInt(step)) };
    case 'money': {
      const minor = value.value.minor + BigInt(step);
      if (minor < 0n || minor > mostMinor) return undefined;
      return { case: 'money', value: create(MoneySchema, { minor, currency: value.value.currency }) };
    }
    case 'date': {
      const date = movedDate(value.value, step);
      return date === undefined ? undefined : { case: 'date', value: date };
    }
    case 'time':
      return { case: 'time', value: movedTime(value.value, BigInt(step)) };
    default:
      return undefined;
  }
}
