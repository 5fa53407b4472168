import type { Field } from '../gen/voronka/crm/v1/field_set_pb';
import { User_State, type User } from '../gen/voronka/crm/v1/user_pb';

export interface Option {
  value: string;
  name: string;
}

// A retired choice is offered only where it is the value.
export function choiceOptions({ choices }: Pick<Field, 'choices'>, chosen: string[]): Option[] {
  return choices
    .filter(({ key, retired }) => !retired || chosen.includes(key))
    .map(({ key, name }) => ({ value: key, name }));
}

// So is somebody who has left.
export function userOptions(users: Iterable<User>, chosen: string[]): Option[] {
  return [...users]
    .map(({ id, displayName, state }) => ({ value: String(id), name: displayName, state }))
    .filter(({ value, state }) => state !== User_State.DISABLED || chosen.includes(value))
    .sort((one, other) => one.name.localeCompare(other.name));
}

const plain = (text: string): string => text.toLocaleLowerCase().replaceAll('ё', 'е');

export function matching(options: Option[], words: string): Option[] {
  const all = plain(words).split(/\s+/).filter(Boolean);
  return options.filter(({ name }) => all.every((word) => plain(name).includes(word)));
}
