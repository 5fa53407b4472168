import type { Configuration } from '../gen/voronka/crm/v1/configuration_pb';
import { Entity } from '../gen/voronka/crm/v1/field_set_pb';
import type { Pipeline } from '../gen/voronka/crm/v1/pipeline_pb';
import { useTranslation } from '../i18n/translation';
import { stageTone } from '../pipelines/tones';
import styles from './configuration.module.css';
import { ownFieldCount, ruleCount } from './counts';

function Stages({ pipeline: { name, stages } }: { pipeline: Pipeline }) {
  return (
    <div className={styles.pipeline}>
      <bdi className={styles.pipelineName}>{name}</bdi>
      <ol className={styles.stages}>
        {stages.map((stage) => (
          <li key={stage.key} className={styles.stage}>
            <i className={styles.dot} style={{ background: stageTone(stage) }} />
            <bdi>{stage.name}</bdi>
          </li>
        ))}
      </ol>
    </div>
  );
}

function useFacts(configuration: Configuration): string[] {
  const { t } = useTranslation();
  const counts = {
    dealFields: ownFieldCount(configuration, Entity.DEAL),
    contactFields: ownFieldCount(configuration, Entity.CONTACT),
    companyFields: ownFieldCount(configuration, Entity.COMPANY),
    rules: ruleCount(configuration),
    forms: configuration.forms.length,
    queues: configuration.queues.length,
  };
  return Object.entries(counts).flatMap(([what, count]) =>
    count ? [t(`configuration.facts.${what}`, { count })] : [],
  );
}

// What a configuration contains, at a glance.
export function Contents({ configuration }: { configuration: Configuration }) {
  const facts = useFacts(configuration);
  return (
    <>
      {configuration.pipelines.map((pipeline) => (
        <Stages key={pipeline.key} pipeline={pipeline} />
      ))}
      <p className={styles.facts}>{facts.join(' · ')}</p>
    </>
  );
}
