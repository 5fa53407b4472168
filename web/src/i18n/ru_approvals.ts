// The approval of whoever leads sales to a move.
export default {
  approvals: {
    title: 'Согласование',
    waiting: 'Ждут вашего согласования',
    toStage: '{{name}} → «{{stage}}»',
    ask: 'Запросить согласование',
    comment: 'Что нужно знать руководителю',
    waits: 'Ждём согласования. Как только согласуют, сделку можно будет перенести.',
    awaited: 'Ждём согласования: этап «{{stage}}»',
    given: 'Согласовано: можно переводить на этап «{{stage}}»',
    refused: 'Не согласовано: этап «{{stage}}»',
    asked: 'Просит: {{asker}}',
    askedOf: 'Просит: {{asker}}, решает: {{approver}}',
    give: 'Согласовать',
    refuse: 'Отказать',
    reason: 'Почему отказываете',
    reasonRequired: 'Напишите, почему отказываете',
    move: 'Перевести на «{{stage}}»',
    dialogTitle: 'На этап «{{stage}}»: нужно согласование',
    asks: 'согласование',
    // In the timeline.
    wasAsked: 'Запрошено согласование: этап «{{to}}»',
    wasGiven: 'Согласовано: этап «{{to}}»',
    wasRefused: 'Не согласовано: этап «{{to}}»',
  },
} as const;
