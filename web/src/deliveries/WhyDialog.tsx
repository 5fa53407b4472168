import { Skeleton } from '@mantine/core';
import { timestampDate } from '@bufbuild/protobuf/wkt';
import { useQuery } from '@tanstack/react-query';
import { deliveries } from '../api/notifier_clients';
import { useFailure } from '../api/use_failure';
import { exactText } from '../calendar/date_text';
import { readsOtherClocks, userZone } from '../calendar/user_zone';
import { serverNow } from '../clock/server_clock';
import { Dialog } from '../components/Dialog';
import { Failure } from '../components/Failure';
import type { DeliveryStep } from '../gen/voronka/notifier/v1/delivery_pb';
import { useTranslation } from '../i18n/translation';
import { whyAsked, type Asked } from '../notifications/why';
import { zoneTitle } from '../people/zones';
import { useObserved } from '../state/observable';
import { toneOf } from './step_tone';
import styles from './WhyDialog.module.css';

const close = () => whyAsked.set(undefined);

function Step({ step }: { step: DeliveryStep }) {
  return (
    <li className={styles.step} data-tone={toneOf(step.kind)}>
      <div>{step.text}</div>
      <div className={styles.about}>
        {step.time && <time>{exactText(timestampDate(step.time))}</time>}
        {step.device && <bdi>{step.device}</bdi>}
      </div>
    </li>
  );
}

// Whose clock the times are read from, where the one on the wall says something else.
function Zone() {
  const { t } = useTranslation();
  if (!readsOtherClocks(new Date(serverNow()))) return null;
  const name = zoneTitle(userZone());
  return <p className={styles.zone}>{t('deliveries.zone', { zone: name ? t(name) : userZone() })}</p>;
}

function Steps({ notificationId, userId }: Asked) {
  const { t } = useTranslation();
  const query = useQuery({
    queryKey: ['delivery', String(userId), String(notificationId)],
    queryFn: () => deliveries.explainDelivery({ notificationId, userId }),
    // What happens to it goes on.
    staleTime: 0,
    gcTime: 0,
  });
  const failure = useFailure(query);
  if (failure) return <Failure {...failure} />;
  if (!query.data) return <Skeleton height={160} radius={12} />;
  const { notification, steps } = query.data;
  return (
    <>
      <p className={styles.what}>{notification?.text}</p>
      <ol className={styles.steps}>
        {steps.map((step, at) => (
          <Step key={at} step={step} />
        ))}
      </ol>
      {steps.length > 0 && <Zone />}
      {steps.length === 0 && <p className={styles.none}>{t('deliveries.none')}</p>}
    </>
  );
}

// «Почему не пришло уведомление?»: what became of it, step by step, in the service's words.
export function WhyDialog() {
  const { t } = useTranslation();
  const asked = useObserved(whyAsked);
  return (
    <Dialog opened={asked !== undefined} close={close} title={t('deliveries.title')}>
      {asked && <Steps {...asked} />}
    </Dialog>
  );
}
