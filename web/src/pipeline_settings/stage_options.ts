import type { DraftStage } from './draft';

// The stages that a rule of one of them can name, to choose from.
export const otherStages = (stages: DraftStage[], of: string, unnamed: string): { value: string; label: string }[] =>
  stages.filter(({ key }) => key !== of).map(({ key, name }) => ({ value: key, label: name || unnamed }));
