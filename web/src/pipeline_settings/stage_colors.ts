import { Stage_Color } from '../gen/voronka/crm/v1/pipeline_pb';

export const stageColors = [
  { color: Stage_Color.UNSPECIFIED, name: 'pipelineSettings.colors.usual' },
  { color: Stage_Color.GRAY, name: 'pipelineSettings.colors.gray' },
  { color: Stage_Color.BLUE, name: 'pipelineSettings.colors.blue' },
  { color: Stage_Color.CYAN, name: 'pipelineSettings.colors.cyan' },
  { color: Stage_Color.GREEN, name: 'pipelineSettings.colors.green' },
  { color: Stage_Color.YELLOW, name: 'pipelineSettings.colors.yellow' },
  { color: Stage_Color.ORANGE, name: 'pipelineSettings.colors.orange' },
  { color: Stage_Color.RED, name: 'pipelineSettings.colors.red' },
  { color: Stage_Color.PINK, name: 'pipelineSettings.colors.pink' },
  { color: Stage_Color.VIOLET, name: 'pipelineSettings.colors.violet' },
] as const;
