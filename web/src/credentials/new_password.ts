// As the service counts: in characters.
export const shortestPassword = 8;

// A password as it is typed, twice.
export interface NewPassword {
  password: string;
  repeated: string;
}

export const noPassword: NewPassword = { password: '', repeated: '' };

// What is wrong with either field.
export type PasswordFaults = { [Field in keyof NewPassword]?: string };

// Composed letters and decomposed ones are the same password for the service, too.
const plain = (password: string): string => password.normalize('NFC');

// The keys of the texts that say it.
export function faultsOf({ password, repeated }: NewPassword): PasswordFaults {
  if (Array.from(plain(password)).length < shortestPassword) return { password: 'credentials.tooShort' };
  if (!password.trim()) return { password: 'credentials.blank' };
  return plain(password) === plain(repeated) ? {} : { repeated: 'credentials.different' };
}
