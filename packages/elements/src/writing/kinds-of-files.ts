import type { FileKind, FileRules } from '@eyeline/protocol';

const accepted: Readonly<Record<FileKind, string>> = {
  image: 'image/*',
  pdf: '.pdf',
  text: '.txt,.csv,.tsv,.md,.log,.json',
  office: '.docx,.xlsx,.pptx,.odt,.ods,.odp',
};

/** What the browser offers to choose from. The server looks for itself. */
export const acceptOf = ({ kinds }: FileRules): string => kinds.map(kind => accepted[kind]).join();
