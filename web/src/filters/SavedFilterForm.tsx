import { Button, Checkbox, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { savedFilters } from '../api/filter_client';
import { refusalOf, type Refusal } from '../api/refusal';
import { useRequestId } from '../api/request_id';
import { onEscape } from '../components/escape';
import { Problem } from '../components/Problem';
import type { FilterSubject, SavedFilter } from '../gen/voronka/crm/v1/saved_filter_pb';
import { useTranslation } from '../i18n/translation';
import { DeleteFilter } from './DeleteFilter';
import styles from './filters.module.css';
import { rereadSavedFilters } from './saved_filter_query';
import { SharingFields, type Sharing } from './SharingFields';
import type { Panel } from './use_panel';

interface SavedFilterFormProps {
  subject: FilterSubject;
  // Undefined: a new one is made of what is in the panel.
  saved: SavedFilter | undefined;
  take: Panel['take'];
  close: () => void;
}

const nobodyElse: Sharing = { everybody: false, teamIds: [], roles: [] };

function begun(saved: SavedFilter | undefined): { name: string; sharing: Sharing } {
  const { everybody, teamIds, roles } = saved?.sharing ?? nobodyElse;
  return { name: saved?.name ?? '', sharing: { everybody, teamIds, roles } };
}

const isShared = ({ everybody, teamIds, roles }: Sharing): boolean =>
  everybody || teamIds.length > 0 || roles.length > 0;

const nameProblem = (refusal: Refusal | null): string | undefined => refusal?.fields['saved_filter.name'];

// The name of a filter, and who else sees it.
export function SavedFilterForm({ subject, saved, take, close }: SavedFilterFormProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const requestId = useRequestId();
  const [typed, setTyped] = useState(() => begun(saved));
  const [takesPanel, setTakesPanel] = useState(false);
  const send = useMutation({
    mutationFn: async () => {
      const taken = !saved || takesPanel ? await take() : undefined;
      // What is wrong with it is said at its rows.
      if ((!saved || takesPanel) && !taken?.filter) return taken ? t('filters.nothingToSave') : t('filters.mendRows');
      const filter = taken?.filter;
      const name = typed.name.trim();
      const sharing = isShared(typed.sharing) ? typed.sharing : undefined;
      if (saved) {
        const paths = ['name', 'sharing', ...(filter ? ['filter'] : [])];
        const asked = { savedFilterId: saved.id, savedFilter: { name, sharing, filter }, updateMask: { paths } };
        await savedFilters.updateSavedFilter({ ...asked, requestId: requestId(asked), etag: saved.etag });
      } else {
        const savedFilter = { subject, name, sharing, filter };
        await savedFilters.createSavedFilter({ savedFilter, requestId: requestId(savedFilter) });
      }
      await rereadSavedFilters(client);
      close();
      return undefined;
    },
    onError: (error) => {
      if (refusalOf(error).reason === 'STALE_ETAG') void rereadSavedFilters(client);
    },
  });
  const refusal = send.error && refusalOf(send.error);
  const other = refusal?.reason === 'STALE_ETAG' ? t('filters.changedMeanwhile') : refusal?.message;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    send.mutate();
  };
  return (
    <form className={styles.savedForm} onSubmit={submit} onKeyDown={onEscape(close)}>
      <TextInput
        label={t('filters.name')}
        value={typed.name}
        maxLength={100}
        onChange={(event) => setTyped({ ...typed, name: event.currentTarget.value })}
        error={nameProblem(refusal)}
        autoFocus
        autoComplete="off"
      />
      <SharingFields sharing={typed.sharing} change={(sharing) => setTyped({ ...typed, sharing })} />
      {saved && (
        <Checkbox label={t('filters.takesPanel')} checked={takesPanel} onChange={() => setTakesPanel(!takesPanel)} />
      )}
      <Problem>{send.data ?? (nameProblem(refusal) ? undefined : other)}</Problem>
      <div className={styles.buttons}>
        <Button type="submit" size="compact-md" loading={send.isPending}>
          {t('filters.save')}
        </Button>
        <Button size="compact-md" variant="default" onClick={close}>
          {t('actions.cancel')}
        </Button>
        {saved && <DeleteFilter saved={saved} />}
      </div>
    </form>
  );
}
