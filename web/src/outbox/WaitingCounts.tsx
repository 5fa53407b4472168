import { useTranslation } from '../i18n/translation';
import { isActivity, isMove, isNote, isTake, isTask, type KeptChange } from './storage';

// How many changes of each kind wait for the connection.
export function WaitingCounts({ changes }: { changes: KeptChange[] }) {
  const { t } = useTranslation();
  const takes = changes.filter(isTake).length;
  const moves = changes.filter(isMove).length - takes;
  const notes = changes.filter(isNote).length;
  const activities = changes.filter(isActivity).length;
  const tasks = changes.filter(isTask).length;
  return (
    <>
      {takes > 0 && <span>{t('connection.waitingTakes', { count: takes })}</span>}
      {moves > 0 && <span>{t('connection.waiting', { count: moves })}</span>}
      {notes > 0 && <span>{t('connection.waitingNotes', { count: notes })}</span>}
      {activities > 0 && <span>{t('activities.waiting', { count: activities })}</span>}
      {tasks > 0 && <span>{t('connection.waitingTasks', { count: tasks })}</span>}
    </>
  );
}
