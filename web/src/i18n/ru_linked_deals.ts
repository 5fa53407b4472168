// Deals that are about another, such as claims about a sale.
export default {
  linked: {
    title: 'Связанные сделки',
    claim: 'Рекламация',
    other: 'Связанная сделка…',
    source: 'По сделке',
    sourceTimeline: 'Лента исходной сделки',
    pipeline: 'Воронка',
    whose: 'Кто займётся',
    inTurn: 'По очереди',
    inTurnHint: 'Сделку распределит очередь первого этапа. Если очереди нет, ответственного пока не будет.',
    me: 'Я',
    make: 'Завести',
  },
} as const;
