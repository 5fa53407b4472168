import type { PlanConfigurationRequest } from '../gen/voronka/crm/v1/configuration_pb';

// What the account is to become: a file, a solution or an earlier version.
export type PlanSource = Exclude<PlanConfigurationRequest['source'], { case: undefined }>;

export const configurationPath = '/settings/configuration';
export const solutionPath = (key: string): string => `${configurationPath}/solutions/${key}`;
export const filePath = `${configurationPath}/file`;
export const historyPath = `${configurationPath}/history`;
export const versionPath = (version: bigint): string => `${historyPath}/${version}`;
