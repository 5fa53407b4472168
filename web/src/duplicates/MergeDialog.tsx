import { Button, Radio } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { IconArrowsLeftRight } from '@tabler/icons-react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { refusalOf } from '../api/refusal';
import { useRequestId } from '../api/request_id';
import type { Client, ClientKind } from '../clients/client_kinds';
import { useClient } from '../clients/client_query';
import { Dialog } from '../components/Dialog';
import { FormButtons } from '../components/FormButtons';
import { Problem } from '../components/Problem';
import { showToast } from '../components/toasts';
import type { Merge } from '../gen/voronka/crm/v1/merge_pb';
import { useTranslation } from '../i18n/translation';
import { clientPath } from '../navigation/client_path';
import form from '../style/form.module.css';
import { useBothValues } from './both_values';
import { takenOf, toChoose, type BothValues } from './choices';
import styles from './duplicates.module.css';
import { kindOf, mergeClients } from './merge_kinds';
import { rereadAfter, undoMerge } from './merge_query';

interface Pair<T extends Client> {
  kind: ClientKind<T>;
  survivor: T;
  merged: T;
}

interface ChoiceProps {
  values: BothValues;
  isTaken: boolean;
  take: (isTaken: boolean) => void;
}

// Which of two values stays.
function Choice({ values: { label, survivor, merged }, isTaken, take }: ChoiceProps) {
  return (
    <Radio.Group label={label} value={isTaken ? 'merged' : 'survivor'} onChange={(value) => take(value === 'merged')}>
      <div className={styles.pair}>
        <Radio value="survivor" label={<bdi>{survivor}</bdi>} />
        <Radio value="merged" label={<bdi>{merged}</bdi>} />
      </div>
    </Radio.Group>
  );
}

function useMerging<T extends Client>({ kind, survivor, merged }: Pair<T>, close: () => void) {
  const { t } = useTranslation();
  const requestId = useRequestId();
  const [, navigate] = useLocation();
  const announce = (merge: Merge) => {
    const undoId = crypto.randomUUID();
    const action = { label: t('duplicates.undo'), act: () => void undoMerge(merge, undoId) };
    showToast(t('duplicates.merged', { name: merge.mergedName }), 'good', { action });
  };
  return useMutation({
    mutationFn: (paths: string[]) => {
      const request = { survivorId: survivor.id, mergedId: merged.id, taken: { paths } };
      return mergeClients(kindOf(kind), { ...request, requestId: requestId([kind.name, request]) });
    },
    onSuccess: (merge) => {
      rereadAfter(merge);
      announce(merge);
      close();
      navigate(clientPath(kind.name, merge.survivorId));
    },
  });
}

// As people know the client: by name, or else by how to reach it.
function calledOf(client: Client): string {
  const messengers = 'messengers' in client ? client.messengers : [];
  return client.name || [...client.phones, ...client.emails, ...messengers][0] || '';
}

function Heads<T extends Client>({ survivor, merged, swap }: Pair<T> & { swap: () => void }) {
  const { t } = useTranslation();
  return (
    <div className={styles.pair}>
      <p className={styles.head}>
        <span>{t('duplicates.survivor')}</span>
        <bdi>{calledOf(survivor)}</bdi>
      </p>
      <p className={styles.head}>
        <span>{t('duplicates.duplicate')}</span>
        <bdi>{calledOf(merged)}</bdi>
      </p>
      <Button variant="subtle" size="compact-sm" leftSection={<IconArrowsLeftRight size={15} />} onClick={swap}>
        {t('duplicates.swap')}
      </Button>
    </div>
  );
}

function MergeForm<T extends Client>({ close, swap, ...pair }: Pair<T> & { close: () => void; swap: () => void }) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const asked = toChoose(useBothValues(pair.kind, pair.survivor, pair.merged));
  const merging = useMerging(pair, close);
  const take = (path: string, isTaken: boolean) => {
    const others = [...chosen].filter((other) => other !== path);
    setChosen(new Set(isTaken ? [...others, path] : others));
  };
  return (
    <div className={form.form}>
      <Heads {...pair} swap={swap} />
      {asked.map((values) => (
        <Choice
          key={values.path}
          values={values}
          isTaken={chosen.has(values.path)}
          take={(isTaken) => take(values.path, isTaken)}
        />
      ))}
      <p className={form.explanation}>{t('duplicates.explanation')}</p>
      <Problem>{merging.error && refusalOf(merging.error).message}</Problem>
      <FormButtons cancel={close}>
        <Button loading={merging.isPending} onClick={() => merging.mutate(takenOf(asked, chosen))}>
          {t('duplicates.merge')}
        </Button>
      </FormButtons>
    </div>
  );
}

export interface MergeDialogProps<T extends Client> {
  kind: ClientKind<T>;
  // The survivor first, until somebody swaps them.
  ids: readonly [bigint, bigint];
  close: () => void;
}

// Two clients side by side: which of them stays, and with which values.
export function MergeDialog<T extends Client>({ kind, ids, close }: MergeDialogProps<T>) {
  const { t } = useTranslation();
  const [isSwapped, setSwapped] = useState(false);
  const first = useClient(kind, ids[0]);
  const second = useClient(kind, ids[1]);
  const error = first.error ?? second.error;
  const [survivor, merged] = isSwapped ? [second.data, first.data] : [first.data, second.data];
  return (
    <Dialog opened title={t('duplicates.title')} close={close}>
      <Problem>{error && refusalOf(error).message}</Problem>
      {survivor && merged && (
        <MergeForm key={String(isSwapped)} {...{ kind, survivor, merged, close }} swap={() => setSwapped(!isSwapped)} />
      )}
    </Dialog>
  );
}
