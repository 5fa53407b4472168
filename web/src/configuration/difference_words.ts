import type { TFunction } from 'i18next';
import { ConfigurationDifference_Kind, type ConfigurationDifference } from '../gen/voronka/crm/v1/configuration_pb';
import { stepsOf, thingsOn, type Named, type Step } from './path';

type Told = Pick<ConfigurationDifference, 'kind' | 'path' | 'names'> &
  Partial<Pick<ConfigurationDifference, 'after' | 'deals'>>;

const known = (t: TFunction, table: string, name: string): string =>
  t(`configuration.${table}.${name}`, { defaultValue: '' });

const capital = (words: string): string => words.charAt(0).toLocaleUpperCase() + words.slice(1);

// Of these there is one for each entity, or role.
const sets: Partial<Record<string, string>> = { field_sets: 'fieldSets', role_access: 'roleAccess' };

// «этап «Новая заявка»».
function thingWords({ field, key, name }: Named, t: TFunction): string {
  const table = sets[field];
  if (table) return known(t, `${table}.sets`, key) || key;
  return t('configuration.named', { thing: known(t, 'things', field) || field, name });
}

// Of `condition.comparison.values` people know the condition; some go by the whole way, such as `questionnaire.title`.
function propertyWords(inside: Step[], table: string, t: TFunction): string {
  const whole = known(t, table, inside.map(({ field }) => field).join('_'));
  if (whole) return whole;
  const words = inside.map(({ field }) => known(t, table, field)).filter(Boolean);
  return words.at(-1) ?? inside.at(-1)?.field ?? '';
}

// What follows the innermost thing: a field of it.
function insideOf(steps: Step[]): Step[] {
  return steps.slice(steps.map(({ key }) => key !== undefined).lastIndexOf(true) + 1);
}

function orderWords(inside: Step[], t: TFunction): string {
  const field = inside.at(-1)?.field ?? '';
  return known(t, 'orders', field) || t('configuration.orderOf', { what: field });
}

const verbs = {
  [ConfigurationDifference_Kind.UNSPECIFIED]: 'changes',
  [ConfigurationDifference_Kind.ADDED]: 'appears',
  [ConfigurationDifference_Kind.REMOVED]: 'leaves',
  [ConfigurationDifference_Kind.CHANGED]: 'changes',
  [ConfigurationDifference_Kind.REORDERED]: 'changes',
  [ConfigurationDifference_Kind.DEALS_MOVED]: 'changes',
} as const satisfies Record<ConfigurationDifference_Kind, string>;

// What differs, in a sentence: «Этап «Новая заявка»: меняется название». The outermost thing is told above it, unless
// it appears or leaves itself.
export function differenceWords({ kind, path, names, after, deals }: Told, t: TFunction): string {
  const steps = stepsOf(path);
  const things = thingsOn(steps, names);
  const inside = insideOf(steps);
  const areDeals = kind === ConfigurationDifference_Kind.DEALS_MOVED;
  const itself = inside.length || areDeals ? undefined : things.at(-1);
  const isOrder = kind === ConfigurationDifference_Kind.REORDERED;
  const property = isOrder ? orderWords(inside, t) : propertyWords(inside, 'properties', t);
  const verb = areDeals
    ? t('configuration.dealsMove', { count: Number(deals), stage: after })
    : t(`configuration.${verbs[kind]}`, { what: itself ? thingWords(itself, t) : property });
  const around = things.slice(1).filter((thing) => thing !== itself);
  if (!around.length) return capital(verb);
  return t('configuration.at', { where: capital(around.map((thing) => thingWords(thing, t)).join(', ')), verb });
}

// What the outermost thing is called above its differences: «Воронка «Продажи»», «Поля сделок».
export function outermostWords({ path, names }: Pick<Told, 'path' | 'names'>, t: TFunction): string {
  const steps = stepsOf(path);
  const [outermost] = steps;
  const [thing] = thingsOn(steps, names);
  const table = sets[outermost?.field ?? ''];
  if (table && outermost?.key) return known(t, table, outermost.key) || outermost.key;
  if (outermost?.key !== undefined && thing) return capital(thingWords(thing, t));
  return known(t, 'wholes', outermost?.field ?? '') || path;
}
