// Whose texts: those who are set up alike are spoken of under the same names.
export type Words =
  'accessSettings' | 'fieldSettings' | 'pipelineSettings' | 'formSettings' | 'queueSettings' | 'newQueue';
