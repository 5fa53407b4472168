// How the account works as a whole, for the time of a story.
import { after } from 'node:test';

const service = 'ConfigurationService';

export const configurationOf = (admin, version) => admin.call(`${service}/GetConfiguration`, version === undefined ? {} : { version });

// Which version the account has.
export const versionOf = async (admin) => Number((await configurationOf(admin)).version ?? 0);

export const applyFile = (admin, file) => admin.change(`${service}/ApplyConfiguration`, { file });

// A pipeline as a file has it.
export const pipelineText = (key, name, more = '') => `pipelines {
  key: "${key}"
  name: "${name}"
  stages { key: "new" name: "Новая заявка" kind: KIND_OPEN }
  stages { key: "won" name: "Успех" kind: KIND_WON }
  stages { key: "lost" name: "Отказ" kind: KIND_LOST }
  loss_reasons { key: "price" name: "Дорого" }
${more}}
`;

// For the stories of one file. Others find the account as it was: pipelines that were added are in the archive.
export async function returnAfterwards(admin) {
  const restoredVersion = await versionOf(admin);
  after(() => admin.change(`${service}/ApplyConfiguration`, { restoredVersion }));
}

// Three mistakes, each on a line of its own.
export const mistakes = {
  lines: [4, 10, 13],
  text: `pipelines {
  key: "mistakes"
  name: "С ошибками"
  take_stage: "nowhere"
  stages { key: "new" name: "Новая заявка" kind: KIND_OPEN }
  stages {
    key: "work"
    name: "В работе"
    kind: KIND_OPEN
    rules { key: "sum" binding: BINDING_LEAVE fields { fields: "deal.nothing" } }
  }
  stages { key: "won" name: "Успех" kind: KIND_WON }
  stages { key: "lost" name: "Отказ" kind: KIND_LOST loss_reason: "nothing" }
  loss_reasons { key: "price" name: "Дорого" }
}
`,
};
