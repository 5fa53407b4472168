import type { TFunction } from 'i18next';
import { Dialog } from '../components/Dialog';
import { Stage_Kind } from '../gen/voronka/crm/v1/pipeline_pb';
import { useTranslation } from '../i18n/translation';
import { moveAsked, type AskedMove } from '../moves/moves';
import { usePipeline } from '../pipelines/pipelines';
import { isForLeads } from '../pipelines/purposes';
import { isFinal, isOfApproval } from '../rules/violations';
import { useObserved } from '../state/observable';
import { ConvertDialog } from './ConvertDialog';
import { MoveForm } from './MoveForm';

function titleOf({ stage, violations }: AskedMove, t: TFunction): string {
  if (violations.some(isFinal)) return t('moveForm.forbiddenTitle', { stage: stage.name });
  if (stage.kind === Stage_Kind.LOST) return t('loss.title');
  if (stage.kind === Stage_Kind.WON) return t('win.title');
  if (violations.length && violations.every(isOfApproval)) return t('approvals.dialogTitle', { stage: stage.name });
  return t('moveForm.title', { stage: stage.name });
}

// The one dialog before a move: what the stages ask for, and whether the deal is to be closed. A lead is won by what is
// made of it.
export function MoveDialog() {
  const { t } = useTranslation();
  const asked = useObserved(moveAsked);
  const pipeline = usePipeline(asked?.deal.pipeline ?? '');
  const close = () => moveAsked.set(undefined);
  if (asked?.stage.kind === Stage_Kind.WON && pipeline && isForLeads(pipeline)) {
    return <ConvertDialog lead={asked.deal} close={close} />;
  }
  return (
    <Dialog opened={asked !== undefined} close={close} title={asked && titleOf(asked, t)}>
      {asked && <MoveForm key={`${asked.deal.id}-${asked.stage.key}`} {...asked} />}
    </Dialog>
  );
}
