import { useQuery } from '@tanstack/react-query';
import { Empty } from '../components/Empty';
import { useTranslation } from '../i18n/translation';
import { usePipelines } from '../pipelines/pipelines';
import { takesInquiries } from '../pipelines/stages';

const demoSite = '/demo/';

// Whether this gateway serves the demo site, whose form sends inquiries.
function useDemoSite(): boolean {
  const { data } = useQuery({
    queryKey: ['demo-site'],
    queryFn: async () => (await fetch(demoSite, { method: 'HEAD' })).ok,
  });
  return data ?? false;
}

// By whether inquiries come to the pipeline by themselves.
const hints = {
  all: { inquiries: 'board.noneHint', none: 'board.noneHereHint' },
  own: { inquiries: 'board.noneOfMineHint', none: 'board.noneOfMineHereHint' },
} as const;

interface EmptyBoardProps {
  pipeline: string;
  // The board shows only the user's deals.
  isOwn: boolean;
}

// Where deals come from.
export function EmptyBoard({ pipeline, isOwn }: EmptyBoardProps) {
  const { t } = useTranslation();
  const hasInquiries = takesInquiries(usePipelines().data ?? [], pipeline);
  const hasDemoSite = useDemoSite();
  return (
    <Empty
      title={t(isOwn ? 'board.noneOfMine' : 'board.none')}
      hint={t(hints[isOwn ? 'own' : 'all'][hasInquiries ? 'inquiries' : 'none'])}
    >
      {hasInquiries && hasDemoSite && (
        <a href={demoSite} target="_blank" rel="noreferrer">
          {t('board.demoSite')}
        </a>
      )}
    </Empty>
  );
}
