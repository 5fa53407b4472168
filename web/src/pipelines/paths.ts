import type { Pipeline } from '../gen/voronka/crm/v1/pipeline_pb';

const storageKey = 'voronka-pipeline';

export const boardPath = (pipeline: string): string => `/board/${pipeline}`;

export function rememberPipeline(key: string): void {
  localStorage.setItem(storageKey, key);
}

// The board that was looked at last, else that of the pipeline which takes inquiries.
export function currentBoardPath(pipelines: Pipeline[]): string {
  const kept = localStorage.getItem(storageKey);
  const last = pipelines.find((pipeline) => pipeline.key === kept);
  const first = pipelines.find((pipeline) => pipeline.defaultForInquiries) ?? pipelines[0];
  const chosen = last ?? first;
  return chosen ? boardPath(chosen.key) : '/';
}
