import { deferred } from '../components/deferred';
import { WhyDialog } from '../deliveries/WhyDialog';
import { StageDialog } from '../moves/StageDialog';
import { DeclineDialog } from '../offers/DeclineDialog';
import { CompleteDialog } from '../tasks/CompleteDialog';
import { MoveDialog } from '../tasks/MoveDialog';
import { LeaveDialog } from './LeaveDialog';
import { Search } from './Search';
import { ShortcutsDialog } from './ShortcutsDialog';

// With the editors and the words of fields, which the board does not have.
const moveDialog = deferred(async () => (await import('../move_form/MoveDialog')).MoveDialog);
const stageInfoDialog = deferred(async () => (await import('../rules/StageInfoDialog')).StageInfoDialog);

// Dialogs that can be opened from anywhere.
export function Dialogs() {
  return (
    <>
      <moveDialog.Component />
      <StageDialog />
      <stageInfoDialog.Component />
      <DeclineDialog />
      <CompleteDialog />
      <MoveDialog />
      <WhyDialog />
      <LeaveDialog />
      <ShortcutsDialog />
      <Search />
    </>
  );
}
