import { expect, test } from 'vitest';
import { askedBy, placed } from './asked';
import { areOfRules } from './violations';

const said = (reason: string, field: string, text = reason) => ({ reason, field, text });

test('a move that lacks fields asks for each once', () => {
  const violations = [
    said('FIELD_REQUIRED', 'deal.amount'),
    said('FIELD_REQUIRED', 'deal.fields["subject"]'),
    said('FIELD_REQUIRED', 'contact.phones'),
    said('FIELD_REQUIRED', 'deal.amount'),
  ];
  expect(askedBy(violations).fields).toEqual(['deal.amount', 'deal.subject', 'contact.phones']);
});

test('a comment is asked for where it is written: with the move, or with the loss', () => {
  expect(askedBy([said('COMMENT_REQUIRED', 'comment')])).toMatchObject({ comment: true, lossComment: false });
  expect(askedBy([said('COMMENT_REQUIRED', 'loss_comment')])).toMatchObject({ comment: false, lossComment: true });
});

test('what no field mends is said in words', () => {
  const violations = [said('ROLE_NOT_ALLOWED', 'stage', 'Нельзя'), said('NOT_FOR_THIS_DEAL', 'stage', 'Не для неё')];
  expect(askedBy(violations)).toMatchObject({ fields: [], task: false, forbidden: ['Нельзя', 'Не для неё'] });
  expect(askedBy([said('TASK_REQUIRED', 'deal_id')])).toMatchObject({ task: true, forbidden: [] });
  const tooFew = [said('ATTEMPTS_REQUIRED', 'stage', 'Попыток 1 из 3')];
  expect(askedBy(tooFew).forbidden).toEqual(['Попыток 1 из 3']);
  expect(areOfRules(tooFew)).toBe(true);
});

test('an approval is asked of somebody, and no field mends it', () => {
  const awaited = said('APPROVAL_AWAITED', 'stage', 'Ждём');
  const asked = askedBy([awaited, said('TASK_REQUIRED', 'deal_id')]);
  expect(asked).toMatchObject({ approval: awaited, task: true, forbidden: [] });
  expect(askedBy([said('COMMENT_REQUIRED', 'comment')]).approval).toBeUndefined();
  expect(areOfRules([awaited])).toBe(true);
});

test('the items of a checklist are asked for by their keys, and are no fields', () => {
  const unticked = [said('CHECKLIST_UNFINISHED', 'deal.checklist_ticks["call"]')];
  expect(askedBy(unticked)).toMatchObject({ checklist: ['call'], fields: [], forbidden: [] });
  expect(areOfRules(unticked)).toBe(true);
});

test('each violation of a refusal has its place in the form, the first of several', () => {
  const { at, elsewhere } = placed([
    said('FIELD_REQUIRED', 'deal.fields["subject"]', 'Заполните'),
    said('OUT_OF_RANGE', 'deal.amount.minor', 'Много'),
    said('MALFORMED', 'contact.phones[0]', 'Не телефон'),
    said('TOO_LONG', 'contact.phones[0]', 'Длинно'),
    said('COMMENT_REQUIRED', 'comment', 'Напишите'),
    said('NOT_OPEN', 'deal_id', 'Закрыта'),
  ]);
  expect(at).toEqual({
    'deal.subject': 'Заполните',
    'deal.amount': 'Много',
    'contact.phones': 'Не телефон',
    comment: 'Напишите',
  });
  expect(elsewhere).toEqual(['Закрыта']);
});

test('a refusal is one of the rules only if nothing else is wrong', () => {
  expect(areOfRules([said('FIELD_REQUIRED', 'deal.amount'), said('ROLE_NOT_ALLOWED', 'stage')])).toBe(true);
  expect(areOfRules([said('FIELD_REQUIRED', 'deal.amount'), said('NOT_OPEN', 'deal_id')])).toBe(false);
  expect(areOfRules([])).toBe(false);
});
