import { ConfigurationVersion_Kind as Kind, type ConfigurationVersion } from '../gen/voronka/crm/v1/configuration_pb';
import { useTranslation } from '../i18n/translation';
import { useName } from '../people/people';
import { localized } from './localized';
import { useSolutions } from './queries';

// How a version came to be, and who made it, in words.
export function useVersionWords({ kind, solution, restoredVersion, actorUserId, actorService }: ConfigurationVersion) {
  const { t, i18n } = useTranslation();
  const solutions = useSolutions().data;
  const name = useName(actorUserId);
  const configuration = solutions?.find(({ key }) => key === solution)?.configuration;
  const whats = {
    [Kind.UNSPECIFIED]: '',
    [Kind.EDITED]: t('configuration.edited'),
    [Kind.APPLIED]: t('configuration.fileApplied'),
    [Kind.SOLUTION]: t('configuration.solutionApplied', {
      name: localized(configuration?.title, i18n.language) || solution,
    }),
    [Kind.ROLLED_BACK]: restoredVersion
      ? t('configuration.rolledBack', { version: String(restoredVersion) })
      : t('configuration.rolledBackToFirst'),
  } satisfies Record<Kind, string>;
  const who = actorUserId ? name || t('configuration.somebody') : t('configuration.service', { name: actorService });
  return { what: whats[kind], who };
}
