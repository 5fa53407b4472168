import { ActionIcon, Button, Checkbox, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useFocusPassedOn } from '../components/focus';
import { useTranslation } from '../i18n/translation';
import { Block } from '../page/Block';
import { moved } from '../settings/order';
import { OrderButtons } from '../settings/OrderButtons';
import { newReason, withChangedReason, withoutReason } from './arrange';
import type { DraftReason } from './draft';
import styles from './pipeline_settings.module.css';
import { reasonPlace } from './problems';
import type { Working } from './use_work';

interface ReasonRowProps {
  working: Working;
  reason: DraftReason;
  isAdded: boolean;
}

function ReasonRow({ working, reason, isAdded }: ReasonRowProps) {
  const { t } = useTranslation();
  const row = useFocusPassedOn<HTMLLIElement>();
  const { work, change, problems } = working;
  const { reasons } = work.typed;
  const at = reasons.indexOf(reason);
  const number = { number: at + 1 };
  const name = reason.name || t('pipelineSettings.reasonName', number);
  const place = reasonPlace(reason.key);
  const put = (part: Partial<DraftReason>) => change(withChangedReason(work.typed, { ...reason, ...part }), place);
  return (
    <li ref={row} className={styles.reason} data-reason={reason.key}>
      <TextInput
        className={styles.reasonName}
        aria-label={t('pipelineSettings.reasonName', number)}
        value={reason.name}
        onChange={(event) => put({ name: event.currentTarget.value })}
        error={problems[`${place}name`]}
        maxLength={100}
        autoComplete="off"
        autoFocus={isAdded}
      />
      <Checkbox
        className={styles.outside}
        label={t('pipelineSettings.outsideConversion')}
        aria-label={t('pipelineSettings.outsideConversionOf', { name })}
        checked={reason.outsideConversion}
        onChange={(event) => put({ outsideConversion: event.currentTarget.checked })}
      />
      <span className={styles.tools}>
        <OrderButtons
          up={t('pipelineSettings.reasonUp', { name })}
          down={t('pipelineSettings.reasonDown', { name })}
          isFirst={at === 0}
          isLast={at === reasons.length - 1}
          move={(step) => change({ ...work.typed, reasons: moved(reasons, reason, step) })}
        />
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('pipelineSettings.removeReason', { name })}
          onClick={() => change(withoutReason(work.typed, reason.key), place)}
        >
          <IconTrash size={16} />
        </ActionIcon>
      </span>
    </li>
  );
}

// The reasons to choose from when a deal is lost.
export function ReasonList({ working }: { working: Working }) {
  const { t } = useTranslation();
  const { work, change, problems } = working;
  const [added, setAdded] = useState('');
  const add = () => {
    const reason = newReason();
    setAdded(reason.key);
    change({ ...work.typed, reasons: [...work.typed.reasons, reason] }, 'loss_reasons');
  };
  return (
    <Block title={t('pipelineSettings.reasons')}>
      <ul className={styles.list}>
        {work.typed.reasons.map((reason) => (
          <ReasonRow key={reason.key} working={working} reason={reason} isAdded={reason.key === added} />
        ))}
      </ul>
      {problems.loss_reasons && (
        <p className={styles.problem} role="alert">
          {problems.loss_reasons}
        </p>
      )}
      <Button
        variant="default"
        size="sm"
        className={styles.addReason}
        leftSection={<IconPlus size={15} aria-hidden="true" />}
        onClick={add}
      >
        {t('pipelineSettings.addReason')}
      </Button>
    </Block>
  );
}
