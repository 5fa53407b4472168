import { InvitationNotice } from './InvitationNotice';
import { Popups } from './Popups';

export function PopupNotices() {
  return (
    <>
      <Popups />
      <InvitationNotice />
    </>
  );
}
