import { timestampText } from '../calendar/date_text';
import type { Approval } from '../gen/voronka/crm/v1/approval_pb';
import { useTranslation } from '../i18n/translation';
import { useName } from '../people/people';
import styles from './approvals.module.css';

// Who asked whom, why and when; and who answered what.
export function ApprovalStory({ approval }: { approval: Approval }) {
  const { t } = useTranslation();
  const asker = useName(approval.askerUserId) || t('timeline.service');
  const approver = useName(approval.approverUserId);
  const answerer = useName(approval.answerUserId);
  const asked = approver ? t('approvals.askedOf', { asker, approver }) : t('approvals.asked', { asker });
  return (
    <>
      {approval.comment && <p className={styles.said}>{approval.comment}</p>}
      <p className={styles.by}>
        <bdi>{asked}</bdi> · <time>{timestampText(approval.createTime)}</time>
      </p>
      {approval.answerComment && <p className={styles.said}>{approval.answerComment}</p>}
      {answerer && (
        <p className={styles.by}>
          <bdi>{answerer}</bdi> · <time>{timestampText(approval.answerTime)}</time>
        </p>
      )}
    </>
  );
}
