import { Button, Skeleton } from '@mantine/core';
import { useFailure } from '../api/use_failure';
import { timestampText } from '../calendar/date_text';
import { Failure } from '../components/Failure';
import type { Form, FormRefusals } from '../gen/voronka/crm/v1/form_pb';
import { useTranslation } from '../i18n/translation';
import { Block } from '../page/Block';
import { NameAndFacts } from '../settings/NameAndFacts';
import rows from '../style/rows.module.css';
import { useRefusals } from './form_query';
import { latestFirst, sumOf } from './refusals';
import { reasonWords } from './refusal_words';

function RefusalRow({ refusals: { reason, count, lastTime } }: { refusals: FormRefusals }) {
  const { t } = useTranslation();
  const words = reasonWords(reason);
  const facts = [
    t('formSettings.times', { count: Number(count) }),
    t('formSettings.lastTime', { time: timestampText(lastTime) }),
  ];
  return (
    <li className={rows.row} data-reason={reason}>
      <div className={rows.what}>
        <NameAndFacts name={t(`formSettings.reasons.${words}`, { reason })} facts={facts} />
        <p className={rows.when}>{t(`formSettings.advice.${words}`)}</p>
      </div>
    </li>
  );
}

function Refusals({ form }: { form: Form }) {
  const { t } = useTranslation();
  const query = useRefusals(form.id);
  const failure = useFailure(query);
  const { data, isFetching, refetch } = query;
  if (!data) return failure ? <Failure {...failure} /> : <Skeleton height={60} radius={8} />;
  return (
    <>
      <p className={rows.none} role="status">
        {data.length ? t('formSettings.refused', { count: sumOf(data) }) : t('formSettings.noneRefused')}
      </p>
      <ul className={rows.rows}>
        {latestFirst(data).map((refusals) => (
          <RefusalRow key={refusals.reason} refusals={refusals} />
        ))}
      </ul>
      <Button variant="default" size="sm" loading={isFetching} onClick={() => void refetch()}>
        {t('formSettings.lookAgain')}
      </Button>
    </>
  );
}

// What the site should be looked at for: submissions that did not become inquiries.
export function RefusalsBlock({ form }: { form: Form }) {
  const { t } = useTranslation();
  return (
    <Block title={t('formSettings.refusals')}>
      <Refusals form={form} />
    </Block>
  );
}
