import { createTheme, localStorageColorSchemeManager, type MantineColorsTuple } from '@mantine/core';

const indigo: MantineColorsTuple = [
  '#eef0ff',
  '#dcdffa',
  '#b6bcf0',
  '#8e97e8',
  '#6c77e0',
  '#5763dc',
  '#4450d6',
  '#3742bf',
  '#303aab',
  '#263197',
];

// From the text to the deepest shade: Mantine's dark scheme is made of these.
const dark: MantineColorsTuple = [
  '#e8e9ee',
  '#b3b6c2',
  '#9fa2b0',
  '#8f92a2',
  '#3d3f4a',
  '#30323c',
  '#272932',
  '#1f2027',
  '#16171c',
  '#101115',
];

// The colour scheme that the user has chosen is kept in this browser.
export const colorSchemes = localStorageColorSchemeManager({ key: 'voronka-theme' });

export const theme = createTheme({
  colors: { indigo, dark },
  primaryColor: 'indigo',
  primaryShade: 6,
  defaultRadius: 8,
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  cursorType: 'pointer',
  components: {
    Modal: {
      defaultProps: { centered: true, radius: 12, zIndex: 300, overlayProps: { backgroundOpacity: 0.35 } },
      styles: { title: { fontSize: 16, fontWeight: 650, lineHeight: 1.35, overflowWrap: 'anywhere' } },
    },
    Menu: { defaultProps: { shadow: 'md', radius: 10, withInitialFocusPlaceholder: false } },
  },
});
