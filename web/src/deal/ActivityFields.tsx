import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import type { Refusal } from '../api/refusal';
import { chosenOf } from '../components/chosen';
import { Problem } from '../components/Problem';
import { Activity_Direction as Direction, Activity_Kind as Kind } from '../gen/voronka/crm/v1/activity_pb';
import { useTranslation } from '../i18n/translation';
import styles from '../style/form.module.css';
import { channelsOf, channelWords, kindWords } from './activity_words';
import { activityLimits, activityProblems, withKind, type DraftActivity } from './draft_activity';

const kinds = [Kind.CALL, Kind.MESSAGE, Kind.MEETING];
const directions = [
  { direction: Direction.OUTGOING, name: 'outgoing' },
  { direction: Direction.INCOMING, name: 'incoming' },
] as const;

interface PartProps {
  draft: DraftActivity;
  change: (changed: Partial<DraftActivity>) => void;
}

interface ActivityFieldsProps {
  draft: DraftActivity;
  onChange: (draft: DraftActivity) => void;
  // What is missing is said only to whoever has tried to save.
  tried: boolean;
  refusal: Refusal | null | undefined;
}

function Kinds({ draft, onChange }: Pick<ActivityFieldsProps, 'draft' | 'onChange'>) {
  const { t } = useTranslation();
  return (
    <NativeSelect
      label={t('activities.kind')}
      value={String(draft.kind)}
      onChange={(event) => onChange(withKind(draft, chosenOf(kinds, event.currentTarget.value) ?? draft.kind))}
      data={kinds.map((kind) => ({ value: String(kind), label: t(`activities.kinds.${kindWords[kind]}`) }))}
    />
  );
}

function Directions({ draft, change }: PartProps) {
  const { t } = useTranslation();
  const ways = directions.map(({ direction }) => direction);
  return (
    <NativeSelect
      label={t('activities.direction')}
      value={String(draft.direction)}
      onChange={(event) => change({ direction: chosenOf(ways, event.currentTarget.value) ?? draft.direction })}
      data={directions.map(({ direction, name }) => ({
        value: String(direction),
        label: t(`activities.directions.${name}`),
      }))}
    />
  );
}

function Channels({ draft, change }: PartProps) {
  const { t } = useTranslation();
  const channels = channelsOf[draft.kind];
  return (
    <NativeSelect
      label={t('activities.channel')}
      value={String(draft.channel)}
      onChange={(event) => change({ channel: chosenOf(channels, event.currentTarget.value) ?? draft.channel })}
      data={channels.map((channel) => ({
        value: String(channel),
        label: t(`activities.channels.${channelWords[channel]}`),
      }))}
    />
  );
}

function Reached({ draft, change }: PartProps) {
  const { t } = useTranslation();
  const isOutgoing = draft.direction !== Direction.INCOMING;
  const answered = isOutgoing ? 'activities.reached' : 'activities.answered';
  return (
    <Checkbox
      label={t(draft.kind === Kind.MEETING ? 'activities.met' : answered)}
      description={isOutgoing ? t('activities.attemptHint') : undefined}
      checked={draft.reached}
      onChange={(event) => change({ reached: event.currentTarget.checked })}
    />
  );
}

function TimeAndLength({ draft, change, problems }: PartProps & { problems: { time?: string; minutes?: string } }) {
  const { t } = useTranslation();
  return (
    <div className={styles.row}>
      <TextInput
        type="datetime-local"
        label={t('activities.time')}
        max="9999-12-31T23:59"
        value={draft.time}
        onChange={(event) => change({ time: event.currentTarget.value })}
        error={problems.time}
      />
      <TextInput
        label={t('activities.minutes')}
        inputMode="decimal"
        autoComplete="off"
        value={draft.minutes}
        onChange={(event) => change({ minutes: event.currentTarget.value })}
        error={problems.minutes}
      />
    </div>
  );
}

function Words({ draft, change }: PartProps) {
  const { t } = useTranslation();
  const { note, objection } = activityLimits(draft);
  return (
    <>
      <Textarea
        label={t('activities.note')}
        value={draft.note}
        onChange={(event) => change({ note: event.currentTarget.value })}
        description={note.note}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        error={note.problem}
        rows={3}
        data-autofocus
      />
      <TextInput
        label={t('activities.objection')}
        placeholder={t('activities.objectionHint')}
        autoComplete="off"
        value={draft.objection}
        onChange={(event) => change({ objection: event.currentTarget.value })}
        description={objection.note}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        error={objection.problem}
      />
    </>
  );
}

export function ActivityFields({ draft, onChange, tried, refusal }: ActivityFieldsProps) {
  const { t } = useTranslation();
  const change = (changed: Partial<DraftActivity>) => onChange({ ...draft, ...changed });
  const found = tried ? activityProblems(draft) : {};
  const refused = refusal?.violations.find(({ field }) => field === 'activity.time')?.text;
  const problems = {
    time: found.time ? t(found.time) : refused,
    minutes: found.minutes && t(found.minutes),
  };
  return (
    <>
      <div className={styles.row}>
        <Kinds draft={draft} onChange={onChange} />
        <Channels draft={draft} change={change} />
      </div>
      <Directions draft={draft} change={change} />
      <Reached draft={draft} change={change} />
      <TimeAndLength draft={draft} change={change} problems={problems} />
      <Words draft={draft} change={change} />
      <Problem>{refusal && !refused && refusal.message}</Problem>
    </>
  );
}
