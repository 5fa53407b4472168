import type { Pipeline } from '../gen/voronka/crm/v1/pipeline_pb';

const storageKey = 'voronka-pipeline';

export const boardPath = (pipeline: string): string => `/board/${pipeline}`;

// The pipeline whose board the page starts with, if that is known before the pipelines are loaded.
export function pipelineInView(): string | undefined {
  const { pathname } = location;
  if (pathname === '/') return localStorage.getItem(storageKey) ?? undefined;
  return /^\/board\/([^/]+)$/.exec(pathname)?.[1];
}

export function rememberPipeline(key: string): void {
  localStorage.setItem(storageKey, key);
}

// The pipeline whose board was viewed last, else the one that takes inquiries.
export function currentPipeline(pipelines: Pipeline[]): Pipeline | undefined {
  const kept = localStorage.getItem(storageKey);
  const last = pipelines.find((pipeline) => pipeline.key === kept);
  return last ?? pipelines.find((pipeline) => pipeline.defaultForInquiries) ?? pipelines[0];
}

export function currentBoardPath(pipelines: Pipeline[]): string {
  const current = currentPipeline(pipelines);
  return current ? boardPath(current.key) : '/';
}
