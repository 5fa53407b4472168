import { useTranslation } from 'react-i18next';
import { usePeople } from '../people/people';
import { Face } from '../people/Face';
import { useOverdueCounts } from '../tasks/overdue';
import row from './OfferRow.module.css';
import { Panel } from './Panel';

// Whose tasks are late, and how many: a list to look at, not a flood of reminders.
export function OverduePanel() {
  const { t } = useTranslation();
  const people = usePeople();
  const counts = [...useOverdueCounts(undefined)].sort((a, b) => b[1] - a[1]);
  return (
    <Panel title={t('offers.overdue')} count={counts.length} empty={t('offers.nothingOverdue')}>
      {counts.map(([userId, count]) => (
        <li key={String(userId)} className={row.row}>
          <Face userId={userId} name={people.get(userId)?.displayName ?? ''} size={30} />
          <div className={row.what}>
            <div className={row.name}>{people.get(userId)?.displayName}</div>
          </div>
          <span className={row.until}>{t('tasks.overdueCount', { count })}</span>
        </li>
      ))}
    </Panel>
  );
}
