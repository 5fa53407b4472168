import { WhyDialog } from '../deliveries/WhyDialog';
import { LossDialog } from '../moves/LossDialog';
import { StageDialog } from '../moves/StageDialog';
import { WinDialog } from '../moves/WinDialog';
import { DeclineDialog } from '../offers/DeclineDialog';
import { CompleteDialog } from '../tasks/CompleteDialog';
import { MoveDialog } from '../tasks/MoveDialog';
import { LeaveDialog } from './LeaveDialog';
import { ShortcutsDialog } from './ShortcutsDialog';

// Dialogs that can be opened from anywhere.
export function Dialogs() {
  return (
    <>
      <LossDialog />
      <WinDialog />
      <StageDialog />
      <DeclineDialog />
      <CompleteDialog />
      <MoveDialog />
      <WhyDialog />
      <LeaveDialog />
      <ShortcutsDialog />
    </>
  );
}
