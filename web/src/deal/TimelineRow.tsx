import {
  IconArrowBackUp,
  IconArrowRight,
  IconBan,
  IconCheck,
  IconClock,
  IconHelp,
  IconListCheck,
  IconLink,
  IconMessage,
  IconNote,
  IconPaperclip,
  IconPencil,
  IconPhone,
  IconPlus,
  IconSend,
  IconTrash,
  IconUser,
  IconUserMinus,
  IconUserPlus,
  IconUsers,
  type Icon,
} from '@tabler/icons-react';
import { memo } from 'react';
import { timestampText } from '../calendar/date_text';
import { contactKind, companyKind } from '../clients/client_kinds';
import { useNamesOf } from '../clients/client_query';
import { useFieldSet } from '../fields/field_sets';
import { Activity_Kind } from '../gen/voronka/crm/v1/activity_pb';
import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import { Entity } from '../gen/voronka/crm/v1/field_set_pb';
import { TimelineEntry_Kind as Kind, type TimelineEntry } from '../gen/voronka/crm/v1/timeline_pb';
import { useTranslation } from '../i18n/translation';
import { InquiryDetails } from '../inquiries/InquiryDetails';
import { useName, usePeople } from '../people/people';
import { useEveryPipeline } from '../pipelines/pipelines';
import { DealLink } from './DealLink';
import type { KnownFields } from './edit_lines';
import { EditActivity } from './EditActivity';
import { detailOf, headlineOf } from './headline';
import { NotedFiles } from './NotedFiles';
import { stageNamesOf } from './stage_names';
import styles from './TimelineRow.module.css';

const icons: Partial<Record<Kind, Icon>> = {
  [Kind.DEAL_CREATED]: IconPlus,
  [Kind.DEAL_UPDATED]: IconPencil,
  [Kind.STAGE_CHANGED]: IconArrowRight,
  [Kind.OFFERED]: IconUser,
  [Kind.OFFER_TAKEN]: IconCheck,
  [Kind.OFFER_DECLINED]: IconUser,
  [Kind.OFFER_RECLAIMED]: IconClock,
  [Kind.REASSIGNED]: IconUser,
  [Kind.INQUIRY]: IconMessage,
  [Kind.NOTE]: IconNote,
  [Kind.TASK_COMPLETED]: IconCheck,
  [Kind.TASK_REASSIGNED]: IconUser,
  [Kind.CONTACT_ADDED]: IconUserPlus,
  [Kind.CONTACT_REMOVED]: IconUserMinus,
  [Kind.ACTIVITY]: IconPhone,
  [Kind.APPROVAL_ASKED]: IconHelp,
  [Kind.APPROVAL_GIVEN]: IconCheck,
  [Kind.APPROVAL_REFUSED]: IconBan,
  [Kind.CHECKLIST_TICKED]: IconListCheck,
  [Kind.CHECKLIST_UNTICKED]: IconListCheck,
  [Kind.LINKED_DEAL_CREATED]: IconLink,
  [Kind.APPROVAL_WITHDRAWN]: IconArrowBackUp,
  [Kind.APPROVAL_OUTDATED]: IconBan,
  [Kind.ACTIVITY_UPDATED]: IconPencil,
  [Kind.ACTIVITY_DELETED]: IconTrash,
  [Kind.UNSORTED_ACCEPTED]: IconCheck,
  [Kind.UNSORTED_ATTACHED]: IconLink,
  [Kind.CLIENTS_MERGED]: IconUsers,
  [Kind.MERGE_UNDONE]: IconArrowBackUp,
  [Kind.FILE_ADDED]: IconPaperclip,
  [Kind.FILE_REMOVED]: IconTrash,
  [Kind.LEAD_CONVERTED]: IconLink,
  [Kind.CONVERSION_UNDONE]: IconArrowBackUp,
};

const activityIcons: Partial<Record<Activity_Kind, Icon>> = {
  [Activity_Kind.MESSAGE]: IconSend,
  [Activity_Kind.MEETING]: IconUsers,
};

const iconOf = ({ kind, activity }: TimelineEntry): Icon =>
  (activity && activityIcons[activity.kind]) ?? icons[kind] ?? IconClock;

// In somebody's own words, at length.
const isSpoken = ({ kind }: TimelineEntry): boolean => kind === Kind.NOTE || kind === Kind.INQUIRY;

function useKnownFields(): KnownFields {
  const people = usePeople();
  const set = useFieldSet(Entity.DEAL);
  return { set, nameOf: (userId) => people.get(userId)?.displayName ?? '' };
}

function Detail({ entry, text }: { entry: TimelineEntry; text: string }) {
  return text && <div className={isSpoken(entry) ? styles.text : styles.detail}>{text}</div>;
}

const changesClient = ({ edit }: TimelineEntry): boolean =>
  edit?.fields.some((name) => name === 'contact_id' || name === 'company_id') ?? false;

// An edit that gives the deal another client or company says what they are called now.
function EditOfClients({ entry }: { entry: TimelineEntry }) {
  const sides = [entry.edit?.before, entry.edit?.after].flatMap((deal) => deal ?? []);
  const idsOf = (id: (deal: Deal) => bigint) => [...new Set(sides.map(id).filter(Boolean))];
  const names = {
    contact: useNamesOf(
      contactKind,
      idsOf(({ contactId }) => contactId),
    ),
    company: useNamesOf(
      companyKind,
      idsOf(({ companyId }) => companyId),
    ),
  };
  const known = { ...useKnownFields(), clientOf: (kind: keyof typeof names, id: bigint) => names[kind].get(id) };
  return <Detail entry={entry} text={detailOf(entry, known)} />;
}

function EntryDetail({ entry }: { entry: TimelineEntry }) {
  return <Detail entry={entry} text={detailOf(entry, useKnownFields())} />;
}

interface TimelineRowProps {
  entry: TimelineEntry;
  // Key of the deal's present pipeline.
  dealPipeline: string;
}

export const TimelineRow = memo(function TimelineRow({ entry, dealPipeline }: TimelineRowProps) {
  const { t } = useTranslation();
  const pipelines = useEveryPipeline();
  const actor = useName(entry.actorUserId) || t('timeline.service');
  const about = useName(entry.userId);
  const EntryIcon = iconOf(entry);
  const stages = stageNamesOf(entry, pipelines, dealPipeline);
  return (
    <li className={styles.row} data-kind={Kind[entry.kind]} data-activity={entry.activity?.id}>
      <span className={styles.icon}>
        <EntryIcon size={14} aria-hidden="true" />
      </span>
      <div className={styles.what}>
        <div className={styles.headline}>{headlineOf(entry, { name: about, ...stages })}</div>
        {changesClient(entry) ? <EditOfClients entry={entry} /> : <EntryDetail entry={entry} />}
        {entry.notedFiles && <NotedFiles files={entry.notedFiles.files} />}
        {entry.inquiry && <InquiryDetails inquiry={entry.inquiry} />}
        {entry.linkedDealId !== 0n && <DealLink id={entry.linkedDealId} />}
        <div className={styles.by}>
          <bdi>{actor}</bdi> · <time>{timestampText(entry.createTime)}</time>
        </div>
      </div>
      {entry.activity && <EditActivity activity={entry.activity} />}
    </li>
  );
});
