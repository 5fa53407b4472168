import type { Refusal } from '../api/refusal';
import type { User } from '../gen/voronka/crm/v1/user_pb';

// What can be changed of a user in a form, with its path in an update mask.
const paths = {
  displayName: 'display_name',
  login: 'login',
  role: 'role',
  teamId: 'team_id',
  deputyUserId: 'deputy_user_id',
  locale: 'locale',
  timeZone: 'time_zone',
} as const;

type Field = keyof typeof paths;

export type UserFields = Pick<User, Field>;
export type UserProblems = Partial<Record<Field, string>>;

const fields = Object.keys(paths) as Field[];

// Refusals that concern a field without naming it as a violation.
const fieldOf: Partial<Record<string, Field>> = { LOGIN_TAKEN: 'login', LAST_ADMIN: 'role' };

const trimmed = <T>(value: T): T => (typeof value === 'string' ? (value.trim() as T) : value);

// What has been typed and differs from the user as they are. The rest stays as colleagues have it, whatever they change
// meanwhile.
export function changesOf(user: UserFields, typed: Partial<UserFields>) {
  const changed = fields.filter((field) => typed[field] !== undefined && trimmed(typed[field]) !== user[field]);
  return {
    user: Object.fromEntries(changed.map((field) => [field, trimmed(typed[field])])) as Partial<UserFields>,
    paths: changed.map((field) => paths[field]),
  };
}

// In words, by the field that is at fault.
export function userProblems(refusal: Refusal | null | undefined): UserProblems {
  if (!refusal) return {};
  const named = fields.map((field) => [field, refusal.fields[`user.${paths[field]}`]] as const);
  const problems: UserProblems = Object.fromEntries(named.filter(([, text]) => text !== undefined));
  const field = fieldOf[refusal.reason];
  return field ? { ...problems, [field]: refusal.message } : problems;
}

// The refusal's message, unless it is about one of the fields.
export function otherProblem(refusal: Refusal | null | undefined): string | undefined {
  return refusal && Object.keys(userProblems(refusal)).length === 0 ? refusal.message : undefined;
}
