import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import { Stage_Kind } from '../gen/voronka/crm/v1/pipeline_pb';
import { useTranslation } from '../i18n/translation';
import rows from '../inquiries/rows.module.css';
import { usePipeline } from '../pipelines/pipelines';
import { AttachDialog } from './AttachDialog';
import { DeclineDialog } from './DeclineDialog';
import { useSorting, type Sorting } from './sorting';
import type { Shown } from './unsorted_query';

interface ActProps {
  deal: Deal;
  sort: (sorting: Sorting) => void;
  isPending: boolean;
}

function Accept({ deal, sort, isPending }: ActProps) {
  const { t } = useTranslation();
  const stages = usePipeline(deal.pipeline)?.stages ?? [];
  const open = stages.filter(({ kind }) => kind === Stage_Kind.OPEN);
  return (
    <Button.Group>
      <Button
        size="sm"
        color="teal.9"
        loading={isPending}
        onClick={() => sort({ act: 'accept', stage: '' })}
        data-act="accept"
      >
        {t('unsorted.accept')}
      </Button>
      {open.length > 1 && (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button size="sm" color="teal.9" px={8} aria-label={t('unsorted.acceptInto')} disabled={isPending}>
              <IconChevronDown size={16} aria-hidden="true" />
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {open.map(({ key, name }) => (
              <Menu.Item key={key} onClick={() => sort({ act: 'accept', stage: key })}>
                {name}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </Button.Group>
  );
}

type Asked = 'attach' | 'decline' | undefined;

function WaitingActions(props: ActProps) {
  const { t } = useTranslation();
  const { deal, sort } = props;
  const [asked, setAsked] = useState<Asked>();
  const close = () => setAsked(undefined);
  return (
    <>
      <Accept {...props} />
      <Button size="sm" variant="default" onClick={() => sort({ act: 'hide', stage: '' })} data-act="hide">
        {t('unsorted.hide')}
      </Button>
      <Button size="sm" variant="default" onClick={() => setAsked('attach')}>
        {t('unsorted.attach')}
      </Button>
      <Button size="sm" variant="default" onClick={() => setAsked('decline')}>
        {t('unsorted.decline')}
      </Button>
      {asked === 'attach' && <AttachDialog deal={deal} close={close} />}
      {asked === 'decline' && <DeclineDialog deal={deal} close={close} />}
    </>
  );
}

// What can be done with an inquiry that waits, is hidden, or was declined.
export function RowActions({ deal, shown }: { deal: Deal; shown: Shown }) {
  const { t } = useTranslation();
  const sorting = useSorting(deal);
  const act: ActProps = { deal, sort: (asked) => sorting.mutate(asked), isPending: sorting.isPending };
  if (shown === 'waiting') {
    return (
      <div className={rows.actions}>
        <WaitingActions {...act} />
      </div>
    );
  }
  const isHidden = shown === 'hidden';
  return (
    <div className={rows.actions}>
      {isHidden && <Accept {...act} />}
      <Button
        size="sm"
        variant="default"
        loading={sorting.isPending}
        onClick={() => act.sort({ act: isHidden ? 'unhide' : 'restore', stage: '' })}
      >
        {isHidden ? t('unsorted.unhide') : t('unsorted.restore')}
      </Button>
    </div>
  );
}
