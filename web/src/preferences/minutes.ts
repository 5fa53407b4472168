const pad = (number: number): string => String(number).padStart(2, '0');

// Minutes after midnight as a browser's field of a time has them: 1320 is `22:00`.
export const timeOfMinute = (minute: number): string => `${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`;

// Undefined: not a whole time yet.
export function minuteOf(time: string): number | undefined {
  const [, hours, minutes] = /^(\d\d):(\d\d)/.exec(time) ?? [];
  return hours === undefined ? undefined : Number(hours) * 60 + Number(minutes);
}
