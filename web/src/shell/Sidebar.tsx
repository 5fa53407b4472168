import { IconChecklist, IconLayoutKanban } from '@tabler/icons-react';
import { deferred } from '../components/deferred';
import { Logo } from '../components/Logo';
import type { User } from '../gen/voronka/crm/v1/user_pb';
import { useTranslation } from '../i18n/translation';
import { boardPath, currentBoardPath } from '../navigation/board_path';
import { isTablePath, tablePath, taskTablePath } from '../navigation/table_path';
import { editsQueues, leads } from '../people/rights';
import { usePipelines } from '../pipelines/pipelines';
import { hasIncoming } from '../pipelines/stages';
import { useOverdueCount } from '../tasks/overdue';
import { NavItem } from './NavItem';
import styles from './Sidebar.module.css';
import { UserMenu } from './UserMenu';

const searchItem = deferred(async () => (await import('./SearchItem')).SearchItem);
const sectionItems = deferred(async () => (await import('./SectionItems')).SectionItems);
const unsortedItem = deferred(async () => (await import('./UnsortedItem')).UnsortedItem);
const settingsItems = deferred(async () => (await import('./SettingsItems')).SettingsItems);

interface SidebarProps {
  user: User;
  screen: string;
}

// On a phone, a row at the bottom where the pipelines are a single item, and what is set up is in the user's menu.
export function Sidebar({ user, screen }: SidebarProps) {
  const { t } = useTranslation();
  const pipelines = usePipelines().data ?? [];
  const overdue = useOverdueCount(leads(user) ? undefined : user.id);
  const alert = { count: overdue, text: t('tasks.overdueCount', { count: overdue }) };
  const iconSize = 18;
  return (
    <aside className={styles.sidebar} aria-label={t('app.name')}>
      <div className={styles.brand}>
        <Logo /> {t('app.name')}
      </div>
      <nav className={styles.nav} aria-label={t('nav.main')}>
        <div className={styles.search}>
          <searchItem.Component />
        </div>
        <div className={styles.pipelines}>
          {pipelines.map(({ key, name }) => (
            <NavItem
              key={key}
              to={boardPath(key)}
              icon={<IconLayoutKanban size={iconSize} aria-hidden="true" />}
              text={name}
              current={screen === boardPath(key) || screen === tablePath(key)}
            />
          ))}
        </div>
        <div className={styles.board}>
          <NavItem
            to={currentBoardPath(pipelines)}
            icon={<IconLayoutKanban size={iconSize} aria-hidden="true" />}
            text={t('nav.deals')}
            current={screen.startsWith('/board/') || isTablePath(screen)}
          />
        </div>
        {pipelines.some(hasIncoming) && <unsortedItem.Component screen={screen} />}
        <NavItem
          to="/tasks"
          icon={<IconChecklist size={iconSize} aria-hidden="true" />}
          text={t('nav.tasks')}
          current={screen === '/tasks' || screen === taskTablePath}
          alert={alert}
        />
        <sectionItems.Component user={user} screen={screen} />
        {editsQueues(user) && <settingsItems.Component user={user} screen={screen} />}
      </nav>
      <UserMenu user={user} />
    </aside>
  );
}
