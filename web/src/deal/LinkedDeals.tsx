import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { MoreButton } from '../components/MoreButton';
import { Section } from '../components/Section';
import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import { useTranslation } from '../i18n/translation';
import { usePipelines } from '../pipelines/pipelines';
import blocks from './blocks.module.css';
import { DealLink } from './DealLink';
import { DealStage } from './DealStage';
import { offeredFor } from './linked_deal';
import { LinkedDealDialog } from './LinkedDealDialog';
import { useLinkedDeals } from './linked_deals';
import styles from './LinkedDeals.module.css';

type Asked = 'claim' | 'other';
const words = { claim: 'linked.claim', other: 'linked.other' } as const;

// The deals that are about this one, and how to make another: anyone may, whoever has the deal.
export function LinkedDeals({ deal }: { deal: Deal }) {
  const { t } = useTranslation();
  const pipelines = usePipelines().data ?? [];
  const list = useLinkedDeals(deal.id);
  const linked = list.data?.pages.flatMap((page) => page.deals) ?? [];
  const [asked, ask] = useState<Asked>();
  const offered = { claim: offeredFor(true, pipelines), other: offeredFor(false, pipelines) };
  const offers = (['claim', 'other'] as const).filter((kind) => offered[kind].length > 0);
  if (!linked.length && !offers.length) return null;
  return (
    <Section title={t('linked.title')}>
      {linked.length > 0 && (
        <ul className={styles.list}>
          {linked.map((each) => (
            <li key={String(each.id)} data-linked-deal={each.id}>
              <DealLink id={each.id} name={each.name} />
              <DealStage deal={each} />
            </li>
          ))}
        </ul>
      )}
      <MoreButton list={list} size="compact-xs" />
      <div className={blocks.buttons}>
        {offers.map((kind) => (
          <Button
            key={kind}
            size="compact-xs"
            variant="subtle"
            leftSection={<IconPlus size={14} aria-hidden="true" />}
            onClick={() => ask(kind)}
          >
            {t(words[kind])}
          </Button>
        ))}
      </div>
      {asked && (
        <LinkedDealDialog
          source={deal}
          title={t(words[asked])}
          pipelines={offered[asked]}
          close={() => ask(undefined)}
        />
      )}
    </Section>
  );
}
