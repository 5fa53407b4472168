import type { Stage } from '../gen/voronka/crm/v1/pipeline_pb';
import { userScoped } from '../state/observable';

// The stage, and the key of its pipeline, about which a dialog tells what to do there and what it asks for.
export const stageShown = userScoped<{ pipeline: string; stage: Stage } | undefined>(undefined);

// Whether there is anything to tell.
export const isExplained = ({ instruction, rules }: Stage): boolean => instruction !== '' || rules.length > 0;
