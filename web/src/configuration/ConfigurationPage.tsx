import { SegmentedControl } from '@mantine/core';
import { navigate } from 'wouter/use-browser-location';
import { Empty } from '../components/Empty';
import type { User } from '../gen/voronka/crm/v1/user_pb';
import { useTranslation } from '../i18n/translation';
import page from '../page/page.module.css';
import { PageHeader } from '../page/PageHeader';
import { isAdmin } from '../people/rights';
import settings from '../settings/settings.module.css';
import { ExportButton } from './ExportButton';
import { FileView } from './FileView';
import { Gallery } from './Gallery';
import { History } from './History';
import { Remarks } from './Remarks';
import { RestoreView } from './RestoreView';
import { SolutionView } from './SolutionView';
import { configurationPath } from './sources';

const parts = ['solutions', 'file', 'history', 'remarks'] as const;
type Part = (typeof parts)[number];

function Shown({ part, item }: { part: Part; item?: string }) {
  if (part === 'file') return <FileView />;
  if (part === 'remarks') return <Remarks />;
  if (part === 'history') return item ? <RestoreView key={item} item={item} /> : <History />;
  return item ? <SolutionView key={item} solutionKey={item} /> : <Gallery />;
}

function Parts({ part }: { part: Part }) {
  const { t } = useTranslation();
  return (
    <div className={settings.tabs}>
      <SegmentedControl
        classNames={{ label: settings.choice }}
        aria-label={t('configuration.parts')}
        data={parts.map((value) => ({ value, label: t(`configuration.${value}`) }))}
        value={part}
        onChange={(chosen) => navigate(`${configurationPath}/${chosen}`)}
      />
    </div>
  );
}

interface ConfigurationPageProps {
  user: User;
  // What is shown, as the address has it.
  part?: string;
  // Key of a solution, or the number of a version.
  item?: string;
}

// For admins: how the account works as a whole, from ready-made solutions or a file, and how it has changed.
export function ConfigurationPage({ user, part, item }: ConfigurationPageProps) {
  const { t } = useTranslation();
  const shown = parts.find((other) => other === part) ?? 'solutions';
  if (!isAdmin(user)) {
    return (
      <>
        <PageHeader title={t('configuration.title')} />
        <Empty title={t('configuration.forAdmins')} hint={t('configuration.forAdminsHint')} />
      </>
    );
  }
  return (
    <>
      <PageHeader title={t('configuration.title')}>
        <ExportButton label={t('configuration.export')} />
      </PageHeader>
      <div className={page.scroll}>
        <div className={page.column}>
          <Parts part={shown} />
          <Shown part={shown} item={item} />
        </div>
      </div>
    </>
  );
}
