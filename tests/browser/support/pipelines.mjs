// A pipeline of a story's own, whose stages ask for what the story says.
import { after } from 'node:test';

const stageOf = (key, name, kind = 'KIND_OPEN') => ({ key, name, kind });

const usual = {
  stages: [
    stageOf('new', 'Новая заявка', 'KIND_INCOMING'),
    stageOf('work', 'Взяли в работу'),
    stageOf('offer', 'Сделали предложение'),
    stageOf('sent', 'Отправили заказ'),
    stageOf('won', 'Продали', 'KIND_WON'),
    stageOf('lost', 'Отказ', 'KIND_LOST'),
  ],
  lossReasons: [
    { key: 'price', name: 'Дорого' },
    { key: 'other', name: 'Другое' },
  ],
};

export class StoryPipeline {
  // Those who come later find it in the archive.
  static async create(admin, key, name) {
    const pipeline = await admin.change('PipelineService/CreatePipeline', { pipeline: { key, name, ...usual } });
    const story = new StoryPipeline(admin, pipeline);
    after(() => story.end());
    return story;
  }

  constructor(admin, pipeline) {
    this.admin = admin;
    this.key = pipeline.key;
  }

  get() {
    return this.admin.call('PipelineService/GetPipeline', { pipeline: this.key });
  }

  // As somebody else would, whatever it is by now.
  async change(change) {
    const { etag, ...pipeline } = await this.get();
    return this.admin.change('PipelineService/UpdatePipeline', { pipeline: { ...pipeline, ...change(pipeline) }, etag });
  }

  // What each stage has besides its name and kind, by its key. Whatever is not named has nothing.
  setStages(parts) {
    return this.change(() => ({ stages: usual.stages.map((stage) => ({ ...stage, ...parts[stage.key] })) }));
  }

  // Rules by the key of their stage.
  setRules(rules) {
    const keyed = (list) => list.map((rule, at) => ({ key: `rule_${at + 1}`, ...rule }));
    return this.setStages(Object.fromEntries(Object.entries(rules).map(([stage, list]) => [stage, { rules: keyed(list) }])));
  }

  async end() {
    await this.setStages({});
    for (const { key } of usual.stages.slice(0, 4)) {
      const { deals = [] } = await this.admin.call('DealService/ListDeals', { pipeline: this.key, stage: key, pageSize: 100 });
      for (const { id } of deals) {
        await this.admin.change('DealService/MoveDeal', { dealId: id, stage: 'lost', lossReason: 'price' });
      }
    }
    await this.admin.change('PipelineService/ArchivePipeline', { pipeline: this.key });
  }
}
