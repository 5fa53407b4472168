import { User_State, type User } from '../gen/voronka/crm/v1/user_pb';

export type Listed = 'present' | 'disabled';

const isDisabled = ({ state }: User): boolean => state === User_State.DISABLED;

const plain = (text: string): string => text.normalize('NFC').toLocaleLowerCase().replaceAll('ё', 'е').trim();

// The users of one kind whose name or login has the words in it, by name.
export function listedUsers(users: Iterable<User>, listed: Listed, words: string): User[] {
  const wanted = plain(words);
  return [...users]
    .filter((user) => isDisabled(user) === (listed === 'disabled'))
    .filter(({ displayName, login }) => plain(`${displayName}\n${login}`).includes(wanted))
    .sort((a, b) => a.displayName.localeCompare(b.displayName) || (a.id < b.id ? -1 : 1));
}
