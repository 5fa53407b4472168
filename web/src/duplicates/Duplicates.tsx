import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { Link } from 'wouter';
import { refusalOf } from '../api/refusal';
import { useRequestId } from '../api/request_id';
import { timestampText } from '../calendar/date_text';
import type { Client, ClientKind } from '../clients/client_kinds';
import { onEscape } from '../components/escape';
import { useInPlace } from '../components/focus';
import { FormButtons } from '../components/FormButtons';
import type { Merge } from '../gen/voronka/crm/v1/merge_pb';
import { useTranslation } from '../i18n/translation';
import { Block } from '../page/Block';
import { mayChangeClient } from '../people/rights';
import form from '../style/form.module.css';
import rows from '../style/rows.module.css';
import { MergeDialog } from './MergeDialog';
import { findDuplicate, kindOf } from './merge_kinds';
import { undoMerge, useMerges } from './merge_query';

interface SearchProps<T extends Client> {
  kind: ClientKind<T>;
  found: (id: bigint) => void;
  close: () => void;
}

function Search<T extends Client>({ kind, found, close }: SearchProps<T>) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const searching = useMutation({
    mutationFn: () => findDuplicate(kindOf(kind), typed.trim()),
    onSuccess: (id) => {
      if (id) found(id);
    },
  });
  const problem = searching.error ? refusalOf(searching.error).message : t(`clients.missing.${kind.name}`);
  const hasFailed = searching.isError || (searching.isSuccess && !searching.data);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (typed.trim()) searching.mutate();
  };
  return (
    <form className={form.form} onSubmit={submit} onKeyDown={onEscape(close)}>
      <TextInput
        label={t(`duplicates.sought.${kind.name}`)}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        error={hasFailed && problem}
        autoFocus
      />
      <FormButtons cancel={close}>
        <Button type="submit" loading={searching.isPending}>
          {t('duplicates.find')}
        </Button>
      </FormButtons>
    </form>
  );
}

function MergeRow({ merge, mayUndo }: { merge: Merge; mayUndo: boolean }) {
  const { t } = useTranslation();
  const requestId = useRequestId();
  const undoing = useMutation({ mutationFn: () => undoMerge(merge, requestId(merge.id)) });
  return (
    <li className={rows.row} data-merge={merge.id}>
      <div className={rows.what}>
        <bdi>{t('duplicates.was', { name: merge.mergedName })}</bdi>
        <p className={rows.when}>
          <time>{timestampText(merge.createTime)}</time>
          {merge.undoTime && ` · ${t('duplicates.wasUndone')}`}
        </p>
      </div>
      {mayUndo && !merge.undoTime && (
        <Button variant="default" size="compact-sm" loading={undoing.isPending} onClick={() => undoing.mutate()}>
          {t('duplicates.undo')}
        </Button>
      )}
    </li>
  );
}

// On the page of a client: who has been merged into it, and who else is the same.
export function Duplicates<T extends Client>({ kind, client }: { kind: ClientKind<T>; client: T }) {
  const { t } = useTranslation();
  const search = useInPlace();
  const [duplicate, setDuplicate] = useState(0n);
  const merges = useMerges(kindOf(kind), client.id).data?.merges ?? [];
  const mayChange = mayChangeClient(client);
  return (
    <Block title={t('duplicates.block')}>
      <ul className={rows.rows}>
        {merges.map((merge) => (
          <MergeRow key={String(merge.id)} merge={merge} mayUndo={mayChange} />
        ))}
      </ul>
      {search.isOpen ? (
        <Search kind={kind} found={setDuplicate} close={search.close} />
      ) : (
        mayChange && (
          <Button variant="default" size="compact-sm" onClick={search.open} autoFocus={search.returns}>
            {t('duplicates.mergeWith')}
          </Button>
        )
      )}
      <p className={rows.when}>
        <Link to={kind.name === 'contact' ? '/contacts/duplicates' : '/companies/duplicates'}>
          {t(`duplicates.suspects.${kind.name}`)}
        </Link>
      </p>
      {duplicate !== 0n && <MergeDialog kind={kind} ids={[client.id, duplicate]} close={() => setDuplicate(0n)} />}
    </Block>
  );
}
