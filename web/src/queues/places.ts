import type { Queue } from '../gen/voronka/crm/v1/queue_pb';

type Place = Pick<Queue, 'pipeline' | 'stage'>;

// A stage has one queue at most, so an address can name a queue before it is made. Keys have no hyphen; with a dot, the
// address would look like that of a file.
export const placeOf = ({ pipeline, stage }: Place): string => `${pipeline}-${stage}`;

export const queueAt = <T extends Place>(queues: T[], place: string): T | undefined =>
  queues.find((queue) => placeOf(queue) === place);
