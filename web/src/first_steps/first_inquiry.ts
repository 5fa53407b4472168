import { useEffect } from 'react';
import { navigate } from 'wouter/use-browser-location';
import { deals } from '../api/clients';
import { showToast } from '../components/toasts';
import { InquirySchema } from '../gen/voronka/crm/v1/inquiry_pb';
import { useTranslation } from '../i18n/translation';
import { resourcesOf } from '../live/changes';
import { changeTopic } from '../live/topics';
import { boardPath } from '../navigation/board_path';

// Opens the board as soon as an inquiry comes. The step says so beforehand.
export function useBoardOnInquiry(isAwaited: boolean): void {
  const { t } = useTranslation();
  useEffect(() => {
    if (!isAwaited) return undefined;
    let isOver = false;
    const show = async (dealId: bigint) => {
      const { pipeline } = await deals.getDeal({ dealId });
      if (isOver) return;
      isOver = true;
      navigate(boardPath(pipeline));
      showToast(t('firstSteps.came'), 'good');
    };
    const stop = changeTopic.subscribe((changes) => {
      const [inquiry] = resourcesOf(changes, InquirySchema);
      // If nobody answers, the step is ticked off all the same.
      if (inquiry) show(inquiry.dealId).catch(() => undefined);
    });
    return () => {
      isOver = true;
      stop();
    };
  }, [isAwaited, t]);
}
