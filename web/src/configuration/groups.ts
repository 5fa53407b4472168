import type { TFunction } from 'i18next';
import type { ConfigurationDifference } from '../gen/voronka/crm/v1/configuration_pb';
import { outermostWords } from './difference_words';
import { stepsOf } from './path';

export interface DifferenceGroup {
  id: string;
  title: string;
  differences: ConfigurationDifference[];
}

function idOf(path: string): string {
  const [outermost] = stepsOf(path);
  return outermost ? [outermost.field, outermost.key ?? ''].join('/') : path;
}

// By the outermost thing, in the order in which they come.
export function grouped(differences: ConfigurationDifference[], t: TFunction): DifferenceGroup[] {
  const groups = new Map<string, DifferenceGroup>();
  for (const difference of differences) {
    const id = idOf(difference.path);
    const group = groups.get(id) ?? { id, title: outermostWords(difference, t), differences: [] };
    group.differences.push(difference);
    groups.set(id, group);
  }
  return [...groups.values()];
}
