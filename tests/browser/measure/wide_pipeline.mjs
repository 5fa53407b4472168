// A pipeline with ten thousand open deals, as in a large department. Created once, then reused.
import { Person } from '../support/api.mjs';

export const widePipeline = 'measured';
const wantedDeals = 10_000;
const inFlight = 8;

const names = ['Ирина', 'Олег', 'Марина', 'Сергей', 'Наталья', 'Алексей', 'Татьяна', 'Дмитрий'];
const surnames = ['Соколенко', 'Титаренко', 'Гусько', 'Ларченко', 'Зубко', 'Мельниченко'];
const goods = ['Кабель ВВГнг', 'Светильники для склада', 'Щиты учёта', 'Автоматы и УЗО', 'Кабель-канал', 'Гофра'];
const buyers = ['ООО «Стройинвест»', 'ИП Ковалёв', 'Завод «Вектор»', 'ТСЖ «Берег»', 'школа № 12', 'магазин на Невском'];
const steps = ['Перезвонить', 'Отправить прайс', 'Согласовать договор', 'Проверить оплату'];

const one = (list, number) => list[number % list.length];

async function makePipeline(admin) {
  const { pipelines } = await admin.call('PipelineService/ListPipelines', { pageSize: 1000 });
  if (pipelines.some(({ key }) => key === widePipeline)) return;
  const { stages, lossReasons } = pipelines.find(({ key }) => key === 'first_sales');
  const pipeline = { key: widePipeline, name: 'Большой отдел', stages: stages.map(({ id, ...stage }) => stage), lossReasons };
  await admin.change('PipelineService/CreatePipeline', { pipeline });
}

async function countOpen(admin, stages) {
  const { totals = [] } = await admin.call('DealService/ListStageTotals', { pipeline: widePipeline });
  return totals.filter(({ stage }) => stages.includes(stage)).reduce((sum, { deals }) => sum + Number(deals), 0);
}

async function openStages(admin) {
  const { stages } = await admin.call('PipelineService/GetPipeline', { pipeline: widePipeline });
  return stages.filter(({ kind }) => kind === 'KIND_OPEN' || kind === 'KIND_INCOMING').map(({ key }) => key);
}

// Most have an amount, a client and a next task, as in real use.
async function makeDeal(admin, responsibleUserId, stage, number) {
  const contact = { name: `${one(names, number)} ${one(surnames, number >> 3)}` };
  const contactId = number % 10 ? (await admin.change('ContactService/CreateContact', { contact })).id : undefined;
  const amount = number % 5 ? { minor: String(100_000 * (1 + (number % 997))), currency: 'RUB' } : undefined;
  const name = `${one(goods, number)}, ${one(buyers, number >> 2)}`;
  const deal = { name, pipeline: widePipeline, stage, amount, contactId, responsibleUserId };
  const { id } = await admin.change('DealService/CreateDeal', { deal });
  if (number % 3 === 0) return;
  const dueTime = new Date(Date.now() + ((number % 14) + 1) * 86_400_000).toISOString();
  const task = { dealId: id, text: one(steps, number), dueTime, assigneeUserId: responsibleUserId, reminders: {} };
  await admin.change('TaskService/CreateTask', { task });
}

async function makeDeals(admin, from, to, stages) {
  const managers = await Promise.all(['anna', 'boris', 'vera'].map((who) => Person.logIn(who)));
  let next = from;
  const work = async () => {
    for (let number = next++; number < to; number = next++) {
      await makeDeal(admin, one(managers, number).id, one(stages, number), number);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, work));
}

export async function makeWidePipeline() {
  const admin = await Person.logIn('admin');
  await makePipeline(admin);
  const stages = await openStages(admin);
  const present = await countOpen(admin, stages);
  if (present < wantedDeals) await makeDeals(admin, present, wantedDeals, stages);
}
