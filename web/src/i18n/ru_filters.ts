// Which deals, contacts, companies and tasks a screen shows.
export default {
  filters: {
    clear: 'Сбросить фильтр',
  },
} as const;
