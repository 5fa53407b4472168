// Files on cards, through the API, as an integration would add them.

// The smallest picture there is.
export const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

export async function attach(person, deal, name, content) {
  const bytes = Buffer.from(content);
  const upload = { entity: 'ENTITY_DEAL', entityId: deal.id, name, size: bytes.length };
  const { id: uploadId } = await person.change('FileService/CreateUpload', { upload });
  await person.change('FileService/AppendUpload', { uploadId, offset: 0, data: bytes.toString('base64') });
  return person.change('FileService/FinishUpload', { uploadId });
}

export const filesOf = async (person, deal) =>
  (await person.call('FileService/ListFiles', { entity: 'ENTITY_DEAL', entityId: deal.id })).files ?? [];
