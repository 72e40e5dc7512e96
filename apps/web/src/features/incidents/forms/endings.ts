/** What the server takes (libs/incidents/attachments): a file picker shows these first. */
export const ENDINGS = '.png,.jpg,.jpeg,.webp,.gif,.pdf,.docx,.xlsx,.txt,.csv,.md';
