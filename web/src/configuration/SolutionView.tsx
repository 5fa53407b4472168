import { Button, Skeleton } from '@mantine/core';
import { IconEdit } from '@tabler/icons-react';
import { useFailure } from '../api/use_failure';
import { Empty } from '../components/Empty';
import { onEscape } from '../components/escape';
import { Failure } from '../components/Failure';
import { useInPlace } from '../components/focus';
import type { Solution } from '../gen/voronka/crm/v1/configuration_pb';
import { useTranslation } from '../i18n/translation';
import { goTo } from '../navigation/go_to';
import { useDraft } from '../session/draft';
import { BackLink } from '../settings/BackLink';
import form from '../style/form.module.css';
import styles from './configuration.module.css';
import { Contents } from './Contents';
import { draftName } from './file_draft';
import { PlanView } from './PlanView';
import { useSolutions } from './queries';
import { useSolutionWords } from './SolutionCard';
import { configurationPath, filePath } from './sources';

// There is a text of one's own already, which must not go without being asked.
function OwnText({ open, replace, close }: Record<'open' | 'replace' | 'close', () => void>) {
  const { t } = useTranslation();
  return (
    <>
      <p className={styles.note} role="alert">
        {t('configuration.ownText')}
      </p>
      <div className={form.buttons} onKeyDown={onEscape(close)}>
        <Button size="xs" variant="default" onClick={open} autoFocus>
          {t('configuration.openOwn')}
        </Button>
        <Button size="xs" onClick={replace}>
          {t('configuration.replaceOwn')}
        </Button>
      </div>
    </>
  );
}

// Takes the solution's text for a file of one's own, to be changed before it is applied.
function EditButton({ file }: { file: string }) {
  const { t } = useTranslation();
  const [kept, keep] = useDraft(draftName);
  const asking = useInPlace();
  const open = () => goTo(filePath);
  const replace = () => {
    keep(file);
    open();
  };
  if (asking.isOpen) return <OwnText open={open} replace={replace} close={asking.close} />;
  const edit = kept && kept !== file ? asking.open : replace;
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      leftSection={<IconEdit size={15} aria-hidden="true" />}
      onClick={edit}
      autoFocus={asking.returns}
    >
      {t('configuration.editSolution')}
    </Button>
  );
}

function About({ solution: { key, configuration, file } }: { solution: Solution }) {
  const { t } = useTranslation();
  const { title, description } = useSolutionWords(key, configuration);
  return (
    <section className={styles.about} aria-label={title}>
      <h2 className={styles.aboutTitle}>
        <bdi>{title}</bdi>
      </h2>
      <p className={styles.description}>{description}</p>
      {configuration && <Contents configuration={configuration} />}
      {(configuration?.queues.length ?? 0) > 0 && <p className={styles.note}>{t('configuration.queuesHint')}</p>}
      <EditButton file={file} />
    </section>
  );
}

function Loaded({ solutionKey }: { solutionKey: string }) {
  const { t } = useTranslation();
  const query = useSolutions();
  const failure = useFailure(query);
  if (failure) return <Failure {...failure} />;
  if (!query.data) return <Skeleton height={280} radius={12} />;
  const solution = query.data.find(({ key }) => key === solutionKey);
  if (!solution) return <Empty title={t('configuration.noSolution')} />;
  return (
    <>
      <About solution={solution} />
      <PlanView source={{ case: 'solution', value: solutionKey }} />
    </>
  );
}

// A solution, and what it would change in the account.
export function SolutionView({ solutionKey }: { solutionKey: string }) {
  const { t } = useTranslation();
  return (
    <>
      <BackLink to={configurationPath}>{t('configuration.toSolutions')}</BackLink>
      <Loaded solutionKey={solutionKey} />
    </>
  );
}
