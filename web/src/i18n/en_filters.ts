import type ru from './ru_filters';
import type { Texts } from './texts';

const en: Texts<typeof ru> = {
  filters: {
    clear: 'Clear the filter',
  },
};

export default en;
