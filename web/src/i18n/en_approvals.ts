import type ru from './ru_approvals';
import type { Texts } from './texts';

const en: Texts<typeof ru> = {
  approvals: {
    title: 'Approval',
    waiting: 'Waiting for your approval',
    toStage: '{{name}} → “{{stage}}”',
    ask: 'Ask for approval',
    comment: 'What the head of sales should know',
    waits: 'Waiting for approval. The deal can be moved as soon as it is given.',
    awaited: 'Waiting for approval: “{{stage}}”',
    given: 'Approved: the deal can go to “{{stage}}”',
    refused: 'Not approved: “{{stage}}”',
    outdated: 'The terms have changed, the approval counts no more: “{{stage}}”',
    asked: 'Asked by {{asker}}',
    askedOf: 'Asked by {{asker}}, of {{approver}}',
    give: 'Approve',
    refuse: 'Refuse',
    remark: 'Comment (optional)',
    reason: 'Why you refuse',
    reasonRequired: 'Say why you refuse',
    withdraw: 'Take the request back',
    move: 'Move to “{{stage}}”',
    dialogTitle: 'To “{{stage}}”: approval needed',
    asks: 'approval',
    wasAsked: 'Approval asked for: “{{to}}”',
    wasGiven: 'Approved: “{{to}}”',
    wasRefused: 'Not approved: “{{to}}”',
    wasWithdrawn: 'The request for approval was taken back: “{{to}}”',
    wasOutdated: 'The terms have changed, the approval counts no more: “{{to}}”',
  },
};

export default en;
