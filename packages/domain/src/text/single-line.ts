/** Line ends, and what moves a terminal's cursor: between two words stands a space instead. */
const BREAKS = /[\p{Cc}\p{Zs}\p{Zl}\p{Zp}]+/gu;
/**
 * What shows nothing, or differs from computer to computer: marks that reverse the direction of reading, characters of
 * no width, private and unassigned ones, unpaired surrogates. A name with one of them looks like another and is not.
 */
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Co}\p{Cn}\p{Cs}\u2800]+/gu;
/** No writing needs more than three marks over one letter; a stack of them covers other lines. */
const TOWER = /(\p{M}{3})\p{M}+/gu;

/** A typed text as one line without invisible characters: NFC, single spaces, none around it. */
export function toSingleLine(typed: string): string {
  return typed
    .replaceAll(UNSEEN, '')
    .replaceAll(BREAKS, ' ')
    .normalize('NFC')
    .replaceAll(TOWER, '$1')
    .trim();
}
