import { timestampMs } from '@bufbuild/protobuf/wkt';
import type { Session } from '../gen/voronka/crm/v1/session_pb';

const lastSeen = ({ refreshTime, createTime }: Session): number => {
  const time = refreshTime ?? createTime;
  return time ? timestampMs(time) : 0;
};

// This device first, then the one that was active last.
export function inOrder(sessions: Session[], current: bigint): Session[] {
  const first = (session: Session) => (session.id === current ? 0 : 1);
  return [...sessions].sort((a, b) => first(a) - first(b) || lastSeen(b) - lastSeen(a));
}
