import { create } from '@bufbuild/protobuf';
import { expect, test } from 'vitest';
import { ConfigurationSchema } from '../gen/voronka/crm/v1/configuration_pb';
import { Entity } from '../gen/voronka/crm/v1/field_set_pb';
import { ownFieldCount, ruleCount } from './counts';
import { localized } from './localized';

const workshop = create(ConfigurationSchema, {
  title: { ru: 'Мастерская' },
  fieldSets: [
    { entity: Entity.DEAL, fields: [{ key: 'name' }, { key: 'amount', label: 'Цена' }, { key: 'breakage' }] },
    { entity: Entity.CONTACT, fields: [{ key: 'phones' }, { key: 'city' }, { key: 'channel' }] },
  ],
  pipelines: [{ stages: [{ rules: [{}, {}] }, {}] }, { stages: [{ rules: [{}] }] }],
});

test('only fields of the account’s own are counted', () => {
  expect([Entity.DEAL, Entity.CONTACT].map((entity) => ownFieldCount(workshop, entity))).toEqual([1, 2]);
});

test('rules are counted over all stages', () => {
  expect(ruleCount(workshop)).toBe(3);
});

test('a text that is in one language only is told in it', () => {
  expect(['ru', 'en'].map((language) => localized(workshop.title, language))).toEqual(['Мастерская', 'Мастерская']);
  expect(localized(workshop.description, 'ru')).toBe('');
});
