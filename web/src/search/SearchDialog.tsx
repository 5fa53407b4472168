import { useState } from 'react';
import { navigate } from 'wouter/use-browser-location';
import { deferred } from '../components/deferred';
import { Dialog } from '../components/Dialog';
import { useTranslation } from '../i18n/translation';
import { currentPipeline } from '../navigation/board_path';
import { ownOverduePath } from '../navigation/overdue_path';
import { usePipelines } from '../pipelines/pipelines';
import { useObserved } from '../state/observable';
import type { Command } from './commands';
import { searchOpened } from './opened';
import { Palette } from './Palette';

// With the editors of all kinds of fields, which a search does not need.
const newDealForm = deferred(async () => (await import('./NewDeal')).NewDeal);

// A page of the navigation.
export interface Page {
  to: string;
  name: string;
}

const close = () => searchOpened.set(false);

// Finds everything, from anywhere. `pages`: those that the user may open.
export function SearchDialog({ pages }: { pages: readonly Page[] }) {
  const { t } = useTranslation();
  const [isMaking, make] = useState(false);
  const opened = useObserved(searchOpened);
  const pipeline = currentPipeline(usePipelines().data ?? []);
  const newDeal: Command[] = pipeline ? [{ id: 'new-deal', name: t('search.newDeal'), run: () => make(true) }] : [];
  const commands: Command[] = [
    ...newDeal,
    { id: 'overdue', name: t('search.overdue'), run: () => navigate(ownOverduePath) },
    ...pages.map(({ to, name }) => ({ id: to, name, run: () => navigate(to) })),
  ];
  return (
    <>
      <Dialog opened={opened} title={t('search.title')} close={close}>
        <Palette commands={commands} close={close} />
      </Dialog>
      <Dialog opened={isMaking && pipeline !== undefined} title={t('search.newDeal')} close={() => make(false)}>
        {pipeline && <newDealForm.Component pipeline={pipeline} close={() => make(false)} />}
      </Dialog>
    </>
  );
}
