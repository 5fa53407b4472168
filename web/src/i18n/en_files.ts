import type ru from './ru_files';
import type { Texts } from './texts';

const en: Texts<typeof ru> = {
  files: {
    title: 'Files',
    add: 'Add a file',
    choose: 'Choose files',
    hint: 'Drop files on the card, up to {{most}} each',
    tooLarge: 'The file is too large: {{most}} at most',
    unread: 'The file could not be read: choose it again',
    unreadable: '“{{name}}” could not be opened: try again',
    opening: 'Opening…',
    sending: 'Uploading {{name}}, {{size}}',
    stopOf: 'Stop uploading: {{name}}',
    hideOf: 'Take off the list: {{name}}',
    save: 'Download',
    saveOf: 'Download: {{name}}',
    rename: 'Rename the file',
    renameOf: 'Rename: {{name}}',
    name: 'File name',
    removeOf: 'Remove: {{name}}',
    removed: '“{{name}}” is removed',
    return: 'Bring back',
    wasAdded: 'File added: “{{text}}”',
    wasRemoved: 'File removed: “{{text}}”',
    wasAddedToTask: 'File added to the task “{{task}}”: “{{text}}”',
    wasRemovedFromTask: 'File removed from the task “{{task}}”: “{{text}}”',
    ofTask: 'Files of the task “{{text}}”: {{many}}',
    off: 'This installation keeps no files: ask your administrator.',
    attach: 'Attach a file',
    chooseForNote: 'Choose files for the note',
    leaveOut: 'Do not attach: {{name}}',
    isRemoved: 'removed',
  },
};

export default en;
