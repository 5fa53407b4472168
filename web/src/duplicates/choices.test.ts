import { describe, expect, it } from 'vitest';
import { takenOf, toChoose, type BothValues } from './choices';

const both = (path: string, survivor: string, merged: string): BothValues => ({ path, label: path, survivor, merged });

describe('the fields of two who become one', () => {
  it('are asked about where both have a value of their own', () => {
    const asked = toChoose([
      both('name', 'Пётр', 'Пётр Иванов'),
      both('job_title', 'Снабжение', 'Снабжение'),
      both('fields.city', '', 'Тверь'),
      both('fields.region', 'Тверская область', ''),
    ]);
    expect(asked.map(({ path }) => path)).toEqual(['name']);
  });

  it('are taken from the duplicate only while they are asked about', () => {
    const asked = [both('name', 'Пётр', 'Пётр Иванов'), both('fields.city', 'Тверь', 'Москва')];
    expect(takenOf(asked, new Set(['fields.city', 'job_title']))).toEqual(['fields.city']);
  });
});
