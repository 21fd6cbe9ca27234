/** The setting in which the workbook remembers a sheet of ours: what it is about, and what runs wrote there. */

/** Its key. */
export const settingOfSheet = (key: string): string => `keyfolio.sheet.${key}`;

/**
 * Whether it remembers a page of the report: that is much, and seldom asked for. Sheets that somebody has asked for have a number, and
 * their setting says what they are about.
 */
export const remembersPage = (setting: string): boolean => /^keyfolio\.sheet\.[a-z]+$/i.test(setting);

/** The key of the setting that holds the notes at the end of a page of the report: what somebody has typed over it, before it was made again. */
export const settingOfNotes = (key: string): string => `keyfolio.notes.${key}`;

/** The keys of all that is remembered of a sheet. */
export const settingsOfSheet = (key: string): string[] => [settingOfSheet(key), settingOfNotes(key)];
