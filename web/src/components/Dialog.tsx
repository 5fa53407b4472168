import { Modal } from '@mantine/core';
import { useRef, type ReactNode } from 'react';
import { useTranslation } from '../i18n/translation';
import { useEscape } from './escape';
import { useFocusReturn } from './focus';

interface DialogProps {
  opened: boolean;
  title: ReactNode;
  close: () => void;
  children: ReactNode;
}

function Content({ close, children }: Pick<DialogProps, 'close' | 'children'>) {
  const inside = useRef<HTMLDivElement>(null);
  useEscape(close);
  useFocusReturn(inside);
  return <div ref={inside}>{children}</div>;
}

// Above a deal's drawer, and above the notices of a phone (shell/Workplace.module.css).
const zIndex = 250;

// A dialog over the screen, or over the deal that is open.
export function Dialog({ opened, title, close, children }: DialogProps) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={title}
      closeButtonProps={{ 'aria-label': t('actions.close') }}
      closeOnEscape={false}
      returnFocus={false}
      zIndex={zIndex}
    >
      {opened && <Content close={close}>{children}</Content>}
    </Modal>
  );
}
