import type { Team } from '../gen/voronka/crm/v1/team_pb';
import { User_State, type User } from '../gen/voronka/crm/v1/user_pb';
import { Role } from '../gen/voronka/options/v1/access_pb';

type People = ReadonlyMap<bigint, User>;

const isActive = (user: User, absent: bigint): boolean => user.state === User_State.ACTIVE && user.id !== absent;

// The first who is active: the user, their deputy, the deputy's deputy, and so on.
function userOrDeputy(userId: bigint, people: People, absent: bigint): User | undefined {
  const asked = new Set<bigint>();
  for (let user = people.get(userId); user && !asked.has(user.id); user = people.get(user.deputyUserId)) {
    if (isActive(user, absent)) return user;
    asked.add(user.id);
  }
  return undefined;
}

function firstWith(role: Role, people: People, absent: bigint): User | undefined {
  const found = [...people.values()].filter((user) => user.role === role && isActive(user, absent));
  return found.sort((a, b) => (a.id < b.id ? -1 : 1))[0];
}

// Who is notified in place of a user who is not active. As foundation/staff/stand_in.h decides.
export function standInOf(user: User, people: People, teams: Team[]): User | undefined {
  const team = teams.find(({ id }) => id === user.teamId);
  for (const asked of [user.id, team?.headUserId ?? 0n, team?.deputyUserId ?? 0n]) {
    const found = userOrDeputy(asked, people, user.id);
    if (found) return found;
  }
  for (const role of [Role.HEAD_OF_SALES, Role.DIRECTOR, Role.ADMIN]) {
    const found = firstWith(role, people, user.id);
    if (found) return found;
  }
  return undefined;
}
