import { useState, type KeyboardEvent } from 'react';
import { isKey } from '../components/keys';
import { useTranslation } from '../i18n/translation';

// For password fields that are shown and hidden together, by the mouse or the keyboard.
export function useVisibility() {
  const { t } = useTranslation();
  const [visible, setVisible] = useState(false);
  return {
    visible,
    onVisibilityChange: setVisible,
    visibilityToggleButtonProps: {
      'aria-label': t('credentials.show'),
      'aria-hidden': false,
      tabIndex: 0,
      // Mantine takes only the space bar.
      onKeyDown: (event: KeyboardEvent) => {
        if (isKey(event.nativeEvent, 'Enter')) setVisible(!visible);
      },
    },
  };
}
