import { LossDialog } from '../moves/LossDialog';
import { StageDialog } from '../moves/StageDialog';
import { DeclineDialog } from '../offers/DeclineDialog';
import { CompleteDialog } from '../tasks/CompleteDialog';
import { ShortcutsDialog } from './ShortcutsDialog';

// Dialogs that can be opened from anywhere.
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
