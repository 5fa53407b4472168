import { useQuery } from '@tanstack/react-query';
import { Empty } from '../components/Empty';
import { useTranslation } from '../i18n/translation';

const demoSite = '/demo/';

// Whether this gateway serves the demo site, whose form sends inquiries.
function useDemoSite(): boolean {
  const { data } = useQuery({
    queryKey: ['demo-site'],
    queryFn: async () => (await fetch(demoSite, { method: 'HEAD' })).ok,
  });
  return data ?? false;
}

// Where deals come from. `isOwn`: the board shows only the user's.
export function EmptyBoard({ isOwn }: { isOwn: boolean }) {
  const { t } = useTranslation();
  const hasDemoSite = useDemoSite();
  return (
    <Empty
      title={t(isOwn ? 'board.noneOfMine' : 'board.none')}
      hint={t(isOwn ? 'board.noneOfMineHint' : 'board.noneHint')}
    >
      {hasDemoSite && (
        <a href={demoSite} target="_blank" rel="noreferrer">
          {t('board.demoSite')}
        </a>
      )}
    </Empty>
  );
}
