// A pipeline whose stages have rules, the fields that the rules read, and the board where it is worked with.
import { card, pageOf, url } from './browser.mjs';
import { eventually } from './eventually.mjs';
import { addFields, restoreAfterwards } from './fields.mjs';
import { StoryPipeline } from './pipelines.mjs';

export const fields = (...names) => ({ fields: { fields: names } });
export const leave = (ask, more = {}) => ({ binding: 'BINDING_LEAVE', exceptLost: true, ...ask, ...more });
const enter = (ask, more = {}) => ({ binding: 'BINDING_ENTER', ...ask, ...more });
export const sumAndSubject = leave(fields('deal.amount', 'deal.story_subject'));
export const never = enter(
  { never: {} },
  { condition: { comparison: { field: 'deal.story_way', operator: 'OPERATOR_ONE_OF', values: [{ choice: 'pickup' }] } } },
);

const added = (key) => [
  { key: 'story_subject', kind: 'KIND_TEXT', label: 'Предмет сделки', pipelines: [key] },
  {
    ...{ key: 'story_way', kind: 'KIND_CHOICE', label: 'Доставка', pipelines: [key] },
    choices: [{ key: 'pickup', name: 'самовывоз' }, { key: 'courier', name: 'курьер' }],
  },
];

// Doors to order, which Анна sells.
export async function pipelineWithRules(browser, admin, anna) {
  const key = `rules_${Date.now()}`;
  const pipeline = await StoryPipeline.create(admin, key, 'Двери на заказ');
  // After the pipeline, whose rules read them.
  await restoreAfterwards(admin, 'ENTITY_DEAL');
  await addFields(admin, 'ENTITY_DEAL', added(key));
  const stageOf = async (deal) => (await anna.getDeal(deal)).stage;
  return {
    pipeline,
    makeDeal: (name, more = {}, person = anna) => person.makeDeal(name, { pipeline: key, stage: 'work', ...more }),
    stageOf,
    isOn: (deal, stage) => eventually(async () => (await stageOf(deal)) === stage),
    boardOf: async (who, options) => {
      const page = await pageOf(browser, who, options);
      await page.goto(`${url}/board/${key}`);
      await page.locator('section[data-stage=offer]').waitFor();
      return page;
    },
  };
}

export async function dragTo(page, deal, stage) {
  await card(page, deal).and(page.locator('[draggable=true]')).waitFor();
  await card(page, deal).dragTo(page.locator(`section[data-stage=${stage}] header`));
}

// The calls of a method that a page makes.
export function calls(page, method) {
  const made = [];
  page.on('request', (request) => request.url().endsWith(`DealService/${method}`) && made.push(request));
  return made;
}
