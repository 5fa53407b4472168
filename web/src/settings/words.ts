// Whose texts: those who are set up alike are spoken of under the same names.
export type Words = 'fieldSettings' | 'pipelineSettings' | 'formSettings' | 'queueSettings' | 'newQueue';
