import { timestampMs } from '@bufbuild/protobuf/wkt';
import type { FormRefusals } from '../gen/voronka/crm/v1/form_pb';

type Counted = Pick<FormRefusals, 'count'>;
type Timed = Pick<FormRefusals, 'lastTime'>;

export const sumOf = (all: Counted[]): number => Number(all.reduce((sum, { count }) => sum + count, 0n));

const timeOf = ({ lastTime }: Timed): number => (lastTime ? timestampMs(lastTime) : 0);

export const latestFirst = <T extends Timed>(all: T[]): T[] =>
  [...all].sort((one, other) => timeOf(other) - timeOf(one));
