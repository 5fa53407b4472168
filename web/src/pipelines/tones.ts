import { Stage_Color, Stage_Kind } from '../gen/voronka/crm/v1/pipeline_pb';

// Dark enough to be seen on white, and light enough on a dark page.
const toneOfColor: Record<Stage_Color, string> = {
  [Stage_Color.UNSPECIFIED]: '',
  [Stage_Color.GRAY]: '#8b8fa0',
  [Stage_Color.BLUE]: '#3f7fd6',
  [Stage_Color.CYAN]: '#1d97a8',
  [Stage_Color.GREEN]: '#2a9d5c',
  [Stage_Color.YELLOW]: '#b98a00',
  [Stage_Color.ORANGE]: '#d9722b',
  [Stage_Color.RED]: '#c24141',
  [Stage_Color.PINK]: '#c9508f',
  [Stage_Color.VIOLET]: '#8457c9',
};

const toneOf: Partial<Record<Stage_Kind, string>> = {
  [Stage_Kind.INCOMING]: '#8b8fa0',
  [Stage_Kind.WON]: '#2a9d5c',
  [Stage_Kind.LOST]: '#c24141',
};

// The colour of a stage's dot: its own, or the one of its kind.
export const stageTone = ({ kind, color }: { kind: Stage_Kind; color: Stage_Color }): string =>
  toneOfColor[color] || (toneOf[kind] ?? '#5763dc');
