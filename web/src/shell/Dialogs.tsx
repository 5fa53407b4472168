import { LossDialog } from '../moves/LossDialog';
import { StageDialog } from '../moves/StageDialog';
import { DeclineDialog } from '../offers/DeclineDialog';
import { CompleteDialog } from '../tasks/CompleteDialog';
import { ShortcutsDialog } from './ShortcutsDialog';

// Each opens when it is asked, wherever that is done.
export function Dialogs() {
  return (
    <>
      <LossDialog />
      <StageDialog />
      <DeclineDialog />
      <CompleteDialog />
      <ShortcutsDialog />
    </>
  );
}
