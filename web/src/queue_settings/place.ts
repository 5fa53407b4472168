import type { Pipeline, Stage } from '../gen/voronka/crm/v1/pipeline_pb';
import { isClosing } from '../pipelines/stages';
import { placeOf } from '../queues/places';

// Where a queue can be.
export interface Place {
  pipeline: Pipeline;
  stage: Stage;
}

export const settingsPath = '/settings/queues';

const addressOf = ({ pipeline, stage }: Place): string => placeOf({ pipeline: pipeline.key, stage: stage.key });

export const pathOf = (place: Place): string => `${settingsPath}/${addressOf(place)}`;

// Deals that are won or lost are not distributed.
export const placesIn = (pipeline: Pipeline): Place[] =>
  pipeline.stages.filter((stage) => !isClosing(stage)).map((stage) => ({ pipeline, stage }));

// Undefined: there is no such stage any more.
export const placeAt = (pipelines: Pipeline[], address: string): Place | undefined =>
  pipelines.flatMap(placesIn).find((place) => addressOf(place) === address);
