/** The letters that a queue's numbers may begin with: those that every voice pack names, and every scanner and keyboard of the country has. */
export const PREFIX_LETTERS = 'AĂÂBCDĐEÊFGHIJKLMNOÔƠPQRSTUƯVWXYZ';

export const PREFIX_PATTERN = new RegExp(`^[${PREFIX_LETTERS}]{0,2}$`, 'u');
