// As it is typed: «1,5» of `hour`.
export interface TypedTime {
  number: string;
  unit: TimeUnit;
}

export const units = ['second', 'minute', 'hour', 'day'] as const;
export type TimeUnit = (typeof units)[number];

const secondsIn: Record<TimeUnit, number> = { second: 1, minute: 60, hour: 3_600, day: 86_400 };

const longest = 7 * secondsIn.day;

// In the largest unit that needs no fraction.
export function typedTime(seconds: number): TypedTime {
  const unit =
    [...units].reverse().find((one) => seconds >= secondsIn[one] && seconds % secondsIn[one] === 0) ?? 'second';
  return { number: String(seconds / secondsIn[unit]), unit };
}

// Undefined: it is no time, or longer or shorter than a queue takes.
export function secondsOf({ number, unit }: TypedTime): number | undefined {
  const plain = number.replace(/\s/g, '').replace(',', '.');
  if (!/^\d+(\.\d+)?$/.test(plain)) return undefined;
  const seconds = Math.round(Number(plain) * secondsIn[unit]);
  return seconds >= 1 && seconds <= longest ? seconds : undefined;
}
