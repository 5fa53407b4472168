// Files on cards, through the API, as an integration would add them.

// The smallest picture there is.
export const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

async function attachTo(entity, person, { id: entityId }, name, content) {
  const bytes = Buffer.from(content);
  const upload = { entity, entityId, name, size: bytes.length };
  const { id: uploadId } = await person.change('FileService/CreateUpload', { upload });
  await person.change('FileService/AppendUpload', { uploadId, offset: 0, data: bytes.toString('base64') });
  return person.change('FileService/FinishUpload', { uploadId });
}

export const attach = (person, deal, name, content) => attachTo('ENTITY_DEAL', person, deal, name, content);
export const attachToTask = (person, task, name, content) => attachTo('ENTITY_TASK', person, task, name, content);

export const filesOf = async (person, deal) =>
  (await person.call('FileService/ListFiles', { entity: 'ENTITY_DEAL', entityId: deal.id })).files ?? [];
