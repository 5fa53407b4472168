import { create } from '@bufbuild/protobuf';
import { timestampDate, timestampFromDate, type Timestamp } from '@bufbuild/protobuf/wkt';
import { userZone } from '../calendar/user_zone';
import { momentOf, wallTime } from '../calendar/zone';
import { dateForm, timeForm, type Value, type ValueForm } from '../fields/value_forms';
import { FieldValueSchema } from '../gen/voronka/crm/v1/field_value_pb';
import { typedValue } from '../fields/compared_forms';
import { neighbour } from './neighbours';

const midnight = 'T00:00';
export const isDay = (typed: string): boolean => dateForm.value(typed) !== undefined;

const timeValue = (wall: string): Value => ({ case: 'time', value: timestampFromDate(momentOf(wall, userZone())) });

function dayAfter(day: string): string | undefined {
  const next = neighbour({ case: 'date', value: day }, 1);
  return next?.case === 'date' ? next.value : undefined;
}

// Moments are bounded by days, or by minutes if the filter says them.
function lowerMoment(typed: string): Value | undefined {
  return isDay(typed) ? timeValue(typed + midnight) : timeForm.value(typed);
}

// What a value of the range is more than. Undefined: the range has no beginning.
export function lowerBound(form: ValueForm, typed: string): Value | undefined {
  if (!typed.trim()) return undefined;
  const value = form === timeForm ? lowerMoment(typed) : form.value(typed);
  return value && neighbour(value, -1);
}

// What a value of the range is less than. Undefined: the range has no end.
export function upperBound(form: ValueForm, typed: string): Value | undefined {
  if (!typed.trim()) return undefined;
  if (form === timeForm && isDay(typed)) {
    const next = dayAfter(typed);
    return next === undefined ? undefined : timeValue(next + midnight);
  }
  const value = form.value(typed);
  return value && neighbour(value, 1);
}

const wallOf = (time: Timestamp): string => wallTime(timestampDate(time), userZone());

const isWholeMinute = ({ seconds, nanos }: Timestamp): boolean => nanos === 0 && seconds % 60n === 0n;

const typed = (value: Value | undefined): string | undefined =>
  value && typedValue(create(FieldValueSchema, { value }));

// As it is typed. Undefined: nobody types that.
export function typedLower(bound: Value): string | undefined {
  const value = neighbour(bound, 1);
  if (value?.case !== 'time') return typed(value);
  if (!isWholeMinute(value.value)) return undefined;
  const wall = wallOf(value.value);
  return wall.endsWith(midnight) ? wall.slice(0, 10) : wall;
}

export function typedUpper(bound: Value): string | undefined {
  if (bound.case !== 'time') return typed(neighbour(bound, -1));
  if (isWholeMinute(bound.value)) {
    const wall = wallOf(bound.value);
    const day = neighbour({ case: 'date', value: wall.slice(0, 10) }, -1);
    return wall.endsWith(midnight) && day?.case === 'date' ? day.value : undefined;
  }
  const value = neighbour(bound, -1);
  return value?.case === 'time' && isWholeMinute(value.value) ? wallOf(value.value) : undefined;
}
