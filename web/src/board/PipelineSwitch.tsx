import { Menu, UnstyledButton } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useLocation } from 'wouter';
import { useTranslation } from '../i18n/translation';
import { boardPath } from '../navigation/board_path';
import { usePipeline, usePipelines } from '../pipelines/pipelines';
import styles from './PipelineSwitch.module.css';

// For phones, where no sidebar lists the pipelines: the title opens the choice.
export function PipelineSwitch({ current }: { current: string }) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const pipelines = usePipelines().data ?? [];
  const name = usePipeline(current)?.name ?? '';
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <UnstyledButton className={styles.button} aria-label={`${t('nav.pipelines')}: ${name}`}>
          <span className={styles.name}>{name}</span>
          <IconChevronDown size={18} aria-hidden="true" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {pipelines.map((pipeline) => (
          <Menu.Item key={pipeline.key} onClick={() => navigate(boardPath(pipeline.key))}>
            {pipeline.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
